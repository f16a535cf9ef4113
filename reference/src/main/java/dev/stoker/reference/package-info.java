// SPDX-License-Identifier: Apache-2.0

/**
 * Compares the embedded AWS with the reference implementation of JSONata, which Step Functions uses.
 *
 * <p>Comes in: the evaluations of executions. Goes out: the reference's results, the differences, depth and memory.
 * Needs Node and the npm package jsonata, and reports if they are missing. Must not know Stoker's state machines. Start
 * reading at {@link dev.stoker.reference.Recorder}.
 */
package dev.stoker.reference;
