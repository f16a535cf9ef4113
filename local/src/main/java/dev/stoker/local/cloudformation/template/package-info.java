// SPDX-License-Identifier: Apache-2.0
/**
 * Reads and checks templates.
 *
 * <p>Comes in: YAML or JSON, parameters. Goes out: a plan with the resources in the order of their dependencies, or all
 * problems. {@code TemplateText} parses the text into a tree, {@code TemplateReader} reads the sections,
 * {@code ValueReader} and similar classes read the values. Must not know stacks, or what a resource type does. Start
 * reading at {@link dev.stoker.local.cloudformation.template.Template}.
 */
package dev.stoker.local.cloudformation.template;
