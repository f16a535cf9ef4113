// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/**
 * A finding of a check.
 *
 * @param check the check's name, such as {@code timeout}, which programs can compare
 * @param severity the severity
 * @param message the value, and the rule that it breaks
 * @param remedy what to do
 */
public record Finding(String check, Severity severity, String message, String remedy) {}
