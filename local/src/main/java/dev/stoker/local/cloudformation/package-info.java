// SPDX-License-Identifier: Apache-2.0
/**
 * CloudFormation with the SAM transform, as far as infra/template.yaml uses them: stacks.
 *
 * <p>Comes in: templates with their parameters. Goes out: stacks, with their events and outputs. {@code CloudFormationApi} is its protocol.
 * What a template may say is covered or refused by name, with all problems at once, before anything is made. The way of a template:
 * {@link dev.stoker.local.cloudformation.template} finds out what it says and what is wrong with it, puts the parameters in and orders
 * the resources; {@code StackWork} makes one after another, each by its type in {@link dev.stoker.local.cloudformation.resources}. Must
 * not know how a template is read, nor how a resource is made. Start reading at {@link dev.stoker.local.cloudformation.Stacks}.
 */
package dev.stoker.local.cloudformation;
