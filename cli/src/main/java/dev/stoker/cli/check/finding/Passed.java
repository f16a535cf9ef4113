// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/**
 * A check without a finding.
 *
 * @param check its name
 * @param message what it checked
 */
public record Passed(String check, String message) {}
