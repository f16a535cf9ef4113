// SPDX-License-Identifier: Apache-2.0
/**
 * Templates: what one says, and everything that is wrong with it.
 *
 * <p>Comes in: YAML or JSON, parameters. Goes out: a plan, which is the resources in an order in which each comes after those that it
 * needs. {@code TemplateText} reads the text as a tree, {@code TemplateReader} finds out what it says, {@code ValueReader} and its
 * kind read what stands in it. Must not know stacks, nor what any type of resource does. Start reading at
 * {@link dev.stoker.local.cloudformation.template.Template}.
 */
package dev.stoker.local.cloudformation.template;
