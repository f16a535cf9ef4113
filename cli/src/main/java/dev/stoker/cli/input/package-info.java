// SPDX-License-Identifier: Apache-2.0
/**
 * Reads files and stdin that users pass.
 *
 * <p>Comes in: the value of an option, a path or {@code -}. Goes out: its text, or a
 * {@link dev.stoker.cli.output.Failure} that describes the problem. Must not know what the text means. Start reading at
 * {@link dev.stoker.cli.input.TextFile}.
 */
package dev.stoker.cli.input;
