// SPDX-License-Identifier: Apache-2.0

/**
 * CloudFormation with the SAM transform, as far as infra/template.yaml uses them: a template becomes resources of the other
 * services.
 *
 * <p>Comes in: a template's text and parameters. Goes out: stacks, with their events and outputs. What a template may say is
 * covered or refused by name, with all problems at once, before anything is made. The way of a template:
 * {@link dev.stoker.local.cloudformation.TemplateText} reads YAML or JSON, {@code TemplateReader} finds out what it says and what
 * is wrong with it, {@code Plan} puts the parameters in, {@code StackWork} makes one resource after another. Start reading at
 * {@link dev.stoker.local.cloudformation.Stacks}.
 */
package dev.stoker.local.cloudformation;
