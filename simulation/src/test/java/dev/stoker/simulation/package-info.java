// SPDX-License-Identifier: Apache-2.0

/**
 * Whole cycles of the deployed files on virtual time, with environments by model: what Stoker does under faults, at scale, and
 * beside users.
 *
 * <p>Comes in: a Lambda, faults, users and inputs, with a seed. Goes out: what cycles proved and held; tests hold it, and
 * write what
 * docs/benchmarks.md shows. Must not know time but that of the timeline. Start reading at
 * {@link dev.stoker.simulation.World}.
 */
package dev.stoker.simulation;
