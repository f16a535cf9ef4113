// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/**
 * A name for a version.
 *
 * @param arn the function's with the alias behind it
 * @param name 1 to 128 characters of a-z A-Z 0-9 - _, not digits alone
 * @param version the version that it points to
 * @param description any text
 */
public record FunctionAlias(String arn, String name, String version, String description) {}
