// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker history}: the last hours of a stack in a few lines, its users first.
 *
 * <p>Comes in: the cycles in the log of a stack. Goes out: lines or JSON, and an exit code that says whether enough users met warm
 * environments. Must not know how cycles are run. Start reading at {@link dev.stoker.cli.history.HistoryCommand}.
 */
package dev.stoker.cli.history;
