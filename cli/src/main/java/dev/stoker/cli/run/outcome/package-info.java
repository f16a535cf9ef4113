// SPDX-License-Identifier: Apache-2.0
/**
 * The result of a cycle, for people and for programs: a table, lanes, the proven environments, the cost, or the reason
 * of a failure.
 *
 * <p>Comes in: the result of an execution, as text. Goes out: lines on the console, and the exit code. It reads
 * properties of functions through {@link dev.stoker.cli.run.outcome.FunctionFacts}. Must not know where the cycle ran,
 * nor call AWS. Start reading at {@link dev.stoker.cli.run.outcome.RunReport}.
 */
package dev.stoker.cli.run.outcome;
