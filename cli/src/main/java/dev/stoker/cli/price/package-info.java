// SPDX-License-Identifier: Apache-2.0
/**
 * What AWS asks for what is used: a dated file of prices, each with its source, and lines that anybody can check by hand.
 *
 * <p>Comes in: a file of prices, quantities, the output of a cycle. Goes out: lines of a bill. Must not know the commands, and
 * calls nobody. Start reading at {@link dev.stoker.cli.price.Tariff}, then
 * {@link dev.stoker.cli.price.CycleCost} for what one cycle costs.
 */
package dev.stoker.cli.price;
