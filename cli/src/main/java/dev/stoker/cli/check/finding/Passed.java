// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/**
 * A check that found nothing.
 *
 * @param check its name
 * @param message what it has seen
 */
public record Passed(String check, String message) {}
