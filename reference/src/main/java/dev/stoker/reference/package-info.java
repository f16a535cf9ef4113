// SPDX-License-Identifier: Apache-2.0

/**
 * Holds the embedded AWS against the reference implementation of JSONata, which Step Functions runs.
 *
 * <p>Comes in: the evaluations of executions, as they happen. Goes out: what the reference gives for each, what differs,
 * how deep it nests and how much it holds. Needs Node and the npm package jsonata; where they are missing it says so.
 * Must not know Stoker's state machines. Start reading at {@link dev.stoker.reference.Recorder}.
 */
package dev.stoker.reference;
