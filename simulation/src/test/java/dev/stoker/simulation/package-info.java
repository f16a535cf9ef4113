// SPDX-License-Identifier: Apache-2.0

/**
 * Whole cycles of the deployed files on virtual time, with environments by model: what Stoker does under faults, at scale, and
 * beside users.
 *
 * <p>Tests hold it; classes named Benchmark measure it, and write what docs/benchmarks.md shows. Start reading at
 * {@link dev.stoker.simulation.World}.
 */
package dev.stoker.simulation;
