// SPDX-License-Identifier: Apache-2.0
/**
 * Cycles that ran before: finds them in the log of a stack or in the files that AWS and {@code stoker run} print.
 *
 * <p>Comes in: the name of a stack, or a text. Goes out: cycles, the oldest first. Must not know what is drawn or
 * counted from them. Start reading at {@link dev.stoker.cli.cycles.CycleReader}.
 */
package dev.stoker.cli.cycles;
