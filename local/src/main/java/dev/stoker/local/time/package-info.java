// SPDX-License-Identifier: Apache-2.0
/**
 * One clock and one queue of events, on wall-clock time or on virtual time.
 *
 * <p>Comes in: events with their instants. Goes out: the events, one at a time and in order. Must not know what they
 * do. Everything in the embedded AWS that waits uses this package, and no other package reads another clock. Start
 * reading at {@link dev.stoker.local.time.Timeline}.
 */
package dev.stoker.local.time;
