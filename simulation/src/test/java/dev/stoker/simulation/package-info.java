// SPDX-License-Identifier: Apache-2.0

/**
 * Whole cycles of the deployed files on virtual time, with modelled environments: Stoker under faults, at scale, and
 * with users.
 *
 * <p>Comes in: settings of Lambda, faults, users and inputs, with a seed. Goes out: the results of cycles, which tests
 * check and write to the files of docs/benchmarks.md. Must not know any clock except the timeline. Start reading at
 * {@link dev.stoker.simulation.World}.
 */
package dev.stoker.simulation;
