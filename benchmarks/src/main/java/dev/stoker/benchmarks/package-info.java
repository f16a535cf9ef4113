// SPDX-License-Identifier: Apache-2.0
/**
 * Measures what Stoker's library costs the function that it is in.
 *
 * <p>Comes in: the library's jar and files, and the interpreters of this machine. Goes out: lines of figures, which {@code
 * .ci/measure-library} writes into {@code docs/benchmarks/}; a test compares them with the goals, and no build measures. Must
 * not know the embedded AWS: the runtimes that start are AWS's own client and the interpreters. Start reading at {@link
 * dev.stoker.benchmarks.StartMain}.
 */
package dev.stoker.benchmarks;
