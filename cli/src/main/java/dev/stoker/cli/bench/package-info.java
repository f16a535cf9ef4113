// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker bench}: Stoker beside the tools that people use, on the same Lambda.
 *
 * <p>Comes in: contestants and scenarios. Goes out: the results, charts and the page in docs/benchmarks/race/. Must not
 * know how a contestant is run. Start reading at {@link dev.stoker.cli.bench.BenchCommand}.
 */
package dev.stoker.cli.bench;
