// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker calibrate}: measures on the user's own function how long idle environments live, and says which
 * interval and hold keep N of them.
 *
 * <p>Comes in: a function, a place where cycles run, and the user's consent. Goes out: a table, a chart, or JSON; on
 * the way a file from which it can be taken up again. Must not know how a cycle keeps environments. Start reading at
 * {@link dev.stoker.cli.calibrate.CalibrateCommand}.
 */
package dev.stoker.cli.calibrate;
