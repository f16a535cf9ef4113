// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.ssm;

/**
 * A parameter.
 *
 * @param name with its path
 * @param value at most 4,096 characters
 * @param type String or StringList
 * @param version 1 and upwards
 * @param modifiedAt milliseconds since the epoch
 */
public record StoredParameter(String name, String value, String type, long version, long modifiedAt) {}
