// SPDX-License-Identifier: Apache-2.0
/**
 * The values of a template: plain, or intrinsic functions that are worked out when a stack is made; and the shapes that they must have.
 *
 * <p>Comes in: what names mean. Goes out: JSON trees, and problems. Must not know templates or types of resources. Start reading at
 * {@link dev.stoker.local.cloudformation.values.Value}.
 */
package dev.stoker.local.cloudformation.values;
