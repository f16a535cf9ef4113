// SPDX-License-Identifier: Apache-2.0
/**
 * AWS's prices: a file with dates and sources, and lines of a bill that can be checked by hand.
 *
 * <p>Comes in: a file of prices, quantities, the output of a cycle. Goes out: lines of a bill. Must not know the
 * commands, and makes no calls. Start reading at {@link dev.stoker.cli.price.Tariff}, then
 * {@link dev.stoker.cli.price.CycleCost} for the cost of one cycle.
 */
package dev.stoker.cli.price;
