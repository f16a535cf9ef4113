// SPDX-License-Identifier: Apache-2.0
/**
 * CloudFormation with the SAM transform, as far as infra/template.yaml uses them: stacks.
 *
 * <p>Comes in: templates with their parameters. Goes out: stacks, with their events and outputs.
 * {@code CloudFormationApi} is its protocol. Whatever a template contains is supported or rejected by name, with all
 * problems at once, before anything is created. {@link dev.stoker.local.cloudformation.template} reads and checks a
 * template, inserts the parameters and orders the resources; {@code StackWork} creates one after another, each by its
 * type in {@link dev.stoker.local.cloudformation.resources}. Must not know how a template is read or how a resource is
 * created. Start reading at {@link dev.stoker.local.cloudformation.Stacks}.
 */
package dev.stoker.local.cloudformation;
