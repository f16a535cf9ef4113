// SPDX-License-Identifier: Apache-2.0
/**
 * How a cycle ended, for people and for programs: a table, lanes, what was proven and what it cost, or why it failed.
 *
 * <p>Comes in: an execution's end, as text. Goes out: lines on the console, and the exit code. What it has to know of functions
 * beside that it gets through {@link dev.stoker.cli.run.outcome.FunctionFacts}. Must not know where the cycle ran, nor call AWS.
 * Start reading at {@link dev.stoker.cli.run.outcome.RunReport}.
 */
package dev.stoker.cli.run.outcome;
