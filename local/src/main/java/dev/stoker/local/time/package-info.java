// SPDX-License-Identifier: Apache-2.0
/**
 * Time as a port: one clock and one queue of events, stepped by wall time or by virtual time.
 *
 * <p>Comes in: events with their instants. Goes out: the events, one at a time and in order. Must not know what they do. Everything in
 * the embedded AWS that waits, waits here, and nothing above it reads a clock of its own. Start reading at
 * {@link dev.stoker.local.time.Timeline}.
 */
package dev.stoker.local.time;
