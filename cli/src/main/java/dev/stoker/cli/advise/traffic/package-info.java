// SPDX-License-Identifier: Apache-2.0
/**
 * The traffic of users in intervals of a cycle: how many requests, how long they were busy, how many at once at most.
 *
 * <p>Comes in: CloudWatch's metrics or a CSV, and the cycles whose share is taken out. Goes out: intervals of 4 minutes. Must not
 * know what is kept warm or what it costs. Start reading at {@link dev.stoker.cli.advise.traffic.Traffic}.
 */
package dev.stoker.cli.advise.traffic;
