// SPDX-License-Identifier: Apache-2.0
/**
 * Runs a calibration: warms, waits, probes, and keeps what it saw in a file, so that it can be stopped and taken up
 * again.
 *
 * <p>Comes in: a plan, and a place where cycles run. Goes out: probes. Nothing is invoked but by the deployed state
 * machine. Must not know the texts for people. Start reading at
 * {@link dev.stoker.cli.calibrate.measure.CalibrationRun}.
 */
package dev.stoker.cli.calibrate.measure;
