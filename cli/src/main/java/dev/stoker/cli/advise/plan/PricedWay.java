// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import java.math.BigDecimal;

/**
 * A way to have environments ready, as it would have done on the traffic that was read.
 *
 * @param name for programs, such as {@code fixed}
 * @param text for people
 * @param usd US dollars a month of 30 days
 * @param environmentHours environments times hours of such a month
 * @param cold requests that would have met a cold start, in all the traffic
 * @param coldShare their share of all requests, 0 to 1
 * @param isEnough whether this is at most the wanted share
 */
public record PricedWay(
        String name,
        String text,
        BigDecimal usd,
        double environmentHours,
        double cold,
        double coldShare,
        boolean isEnough) {}
