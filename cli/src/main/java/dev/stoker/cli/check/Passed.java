// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

/**
 * A check that found nothing.
 *
 * @param check its name
 * @param message what it has seen
 */
record Passed(String check, String message) {}
