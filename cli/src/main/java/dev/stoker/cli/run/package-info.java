// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker run}: starts one cycle, waits for it, and prints the result.
 *
 * <p>Comes in: a target or a file with the execution's input, and the place of the state machine. Goes out: the
 * execution's output as a table or as JSON, or a failure. {@code CyclePlace} is where a cycle runs: AWS or an endpoint
 * with AWS's clients, or the embedded AWS of this process with a method call. Must not know the rules for the input:
 * only the state machine checks it. Start reading at {@link dev.stoker.cli.run.RunCommand}.
 */
package dev.stoker.cli.run;
