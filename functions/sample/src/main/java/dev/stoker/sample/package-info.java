// SPDX-License-Identifier: Apache-2.0

/**
 * A target to try Stoker on: a function whose environments start slowly and whose answers can be checked.
 *
 * <p>Comes in: a user's request, such as {@code {"name":"Ada"}}. Goes out: a greeting that tells which environment gave it.
 * It is a user's function like any other and must not know Stoker: that its environments can be kept warm is a matter
 * of its configuration alone.
 *
 * <p>Start reading at {@link dev.stoker.sample.SampleHandler}.
 */
package dev.stoker.sample;
