// SPDX-License-Identifier: Apache-2.0

/**
 * Compares ways to keep a function warm on recorded traffic: the same requests for all, and what each way lets users
 * wait and costs.
 *
 * <p>Comes in: traffic, and the ways: the deployed files on virtual time, fixed numbers, rules, provisioned concurrency
 * as AWS documents it, and oracles. Goes out: the results, charts and goals of docs/demand.md. Must not know how
 * the state machines choose. Start reading at {@link dev.stoker.simulation.backtest.Run}.
 */
package dev.stoker.simulation.backtest;
