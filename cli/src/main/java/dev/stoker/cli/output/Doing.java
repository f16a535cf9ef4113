// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/**
 * What is being done, and how far it has come.
 *
 * @param text for people, without a full stop
 * @param step where there is no terminal a line is worth printing when this changes
 */
public record Doing(String text, long step) {}
