// SPDX-License-Identifier: Apache-2.0

/**
 * An example target for Stoker: a function whose environments start slowly and whose answers can be checked.
 *
 * <p>Comes in: a user's request, such as {@code {"name":"Ada"}}. Goes out: a greeting with the name of the environment.
 * It is a function like any other and must not know Stoker: only its configuration makes it possible to keep its
 * environments warm.
 *
 * <p>Start reading at {@link dev.stoker.sample.SampleHandler}.
 */
package dev.stoker.sample;
