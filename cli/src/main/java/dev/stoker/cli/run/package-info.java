// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker run}: starts one cycle, waits for it, and tells what it proved.
 *
 * <p>Comes in: a target or a file with the execution's input, and the place of the state machine. Goes out: the
 * execution's output as a table or as it is, or a failure. {@code CyclePlace} is where a cycle runs: AWS or an endpoint by
 * AWS's clients, or the embedded AWS of this process by a call. Must not know
 * what makes an input valid: the state machine is the one place that does, with all problems at once. Start reading at {@link
 * dev.stoker.cli.run.RunCommand}.
 */
package dev.stoker.cli.run;
