// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

/**
 * An output of a template.
 *
 * @param name its name
 * @param description any text, or null
 * @param value what it is
 * @param condition without which it is left out, or null
 */
record OutputDeclaration(String name, String description, Value value, String condition) {}
