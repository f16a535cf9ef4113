// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/**
 * Something that a check found.
 *
 * @param check the check's name, such as {@code timeout}: programs compare it
 * @param severity how much it matters
 * @param message what is, and which rule it breaks
 * @param remedy what to do about it
 */
public record Finding(String check, Severity severity, String message, String remedy) {}
