// SPDX-License-Identifier: Apache-2.0
/**
 * The types of resources that are covered: what each may say, and how it is made in the service that it belongs to.
 *
 * <p>Comes in: properties, everything worked out. Goes out: resources, with what Ref and Fn::GetAtt give for them and with the way to
 * remove them. Must not know templates or stacks. Start reading at {@link dev.stoker.local.cloudformation.resources.ResourceType}.
 */
package dev.stoker.local.cloudformation.resources;
