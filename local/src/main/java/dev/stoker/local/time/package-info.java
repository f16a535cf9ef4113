// SPDX-License-Identifier: Apache-2.0

/**
 * Time as a port: one clock and one queue of events, stepped by wall time or by virtual time.
 *
 * <p>Everything in the embedded AWS that waits, waits here. Start reading at {@link dev.stoker.local.time.Timeline}.
 */
package dev.stoker.local.time;
