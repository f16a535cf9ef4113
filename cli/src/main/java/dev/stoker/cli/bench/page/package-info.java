// SPDX-License-Identifier: Apache-2.0
/**
 * The files of docs/benchmarks/race/: results, charts and the page.
 *
 * <p>Comes in: the results of a race. Goes out: files. Must not know how a race runs. Start reading at
 * {@link dev.stoker.cli.bench.page.RaceFiles}.
 */
package dev.stoker.cli.bench.page;
