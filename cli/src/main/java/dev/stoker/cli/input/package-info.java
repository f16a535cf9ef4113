// SPDX-License-Identifier: Apache-2.0
/**
 * Reads files and stdin that users pass, collects the problems of options, and contains what cycles accept: limits, defaults and
 * protocols.
 *
 * <p>Comes in: the value of an option, a path or {@code -}. Goes out: its value or text, or a
 * {@link dev.stoker.cli.output.Failure} that describes the problem. Must not know which command reads it. Start reading at
 * {@link dev.stoker.cli.input.TextFile}.
 */
package dev.stoker.cli.input;
