// SPDX-License-Identifier: Apache-2.0
/**
 * What to keep warm in each hour of the week, and what each way would have cost, with its cold starts.
 *
 * <p>Comes in: the traffic of some weeks, and the share of requests that may meet a cold start. Goes out: numbers of environments by
 * hour, windows as schedules, ways with dollars and cold starts, a recommendation. Must not know where traffic comes from. Start reading
 * at {@link dev.stoker.cli.advise.plan.Ways}.
 */
package dev.stoker.cli.advise.plan;
