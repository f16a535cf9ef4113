// SPDX-License-Identifier: Apache-2.0
/**
 * The values of a template: plain values, and intrinsic functions that are resolved when a stack is created; and their
 * allowed shapes.
 *
 * <p>Comes in: the values of names. Goes out: JSON trees, and problems. Must not know templates or types of resources.
 * Start reading at {@link dev.stoker.local.cloudformation.values.Value}.
 */
package dev.stoker.local.cloudformation.values;
