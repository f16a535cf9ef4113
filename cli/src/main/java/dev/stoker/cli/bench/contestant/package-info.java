// SPDX-License-Identifier: Apache-2.0
/**
 * The tools in the race, with their own packages.
 *
 * <p>Comes in: a folder for packages. Goes out: the functions of a tool, and what a schedule sends them. Must not know
 * what is measured. Start reading at {@link dev.stoker.cli.bench.contestant.Contestant}.
 */
package dev.stoker.cli.bench.contestant;
