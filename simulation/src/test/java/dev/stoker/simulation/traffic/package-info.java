// SPDX-License-Identifier: Apache-2.0

/**
 * Traffic that was recorded elsewhere: counts of requests, and the requests that a seed makes of them.
 *
 * <p>Comes in: files of counts in one of four formats, and a seed. Goes out: a series of counts, and its requests with
 * their instants and service times. Must not know environments, rules or prices. Start reading at
 * {@link dev.stoker.simulation.traffic.CountSeries}.
 */
package dev.stoker.simulation.traffic;
