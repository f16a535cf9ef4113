// SPDX-License-Identifier: Apache-2.0
/**
 * One clock and one queue of events, on wall-clock time or on virtual time.
 *
 * <p>Comes in: events with their instants. Goes out: the events, one at a time and in order. Must not know what they
 * do. All services read this clock and no other, and whatever takes time on AWS is an event here. Only what starts
 * processes and interpreters on this machine also waits by the machine's clock, and the code inside an environment reads
 * it. Start reading at {@link dev.stoker.local.time.Timeline}.
 */
package dev.stoker.local.time;
