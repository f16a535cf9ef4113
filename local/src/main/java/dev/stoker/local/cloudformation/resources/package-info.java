// SPDX-License-Identifier: Apache-2.0
/**
 * The supported resource types: the properties of each, and how its service creates it.
 *
 * <p>Comes in: resolved properties. Goes out: resources, with the results of Ref and Fn::GetAtt and with their
 * deletion. Must not know templates or stacks. Start reading at
 * {@link dev.stoker.local.cloudformation.resources.ResourceType}.
 */
package dev.stoker.local.cloudformation.resources;
