// SPDX-License-Identifier: Apache-2.0
/**
 * Measures what Stoker's library costs the function that it is in. Nothing here runs in a build: {@code docs/benchmarks.md} has the
 * commands, {@code docs/benchmarks/} the results, and a test compares the results with the goals.
 */
package dev.stoker.benchmarks;
