// SPDX-License-Identifier: Apache-2.0
/**
 * Runs contestants on the embedded AWS, with their own packages on wall-clock time and as models on virtual time, and measures them.
 *
 * <p>Comes in: contestants and scenarios. Goes out: figures, all from the embedded AWS's own record of environments and its bill.
 * Must not know how figures are shown. Start reading at {@link dev.stoker.cli.bench.race.Track}.
 */
package dev.stoker.cli.bench.race;
