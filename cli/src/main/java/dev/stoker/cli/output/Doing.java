// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/**
 * A running activity and its progress.
 *
 * @param text for people, without a full stop
 * @param step without a terminal, a line is printed when this changes
 */
public record Doing(String text, long step) {}
