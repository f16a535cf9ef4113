// SPDX-License-Identifier: Apache-2.0
/**
 * What a calibration found: how long idle environments live, how warm events arrive, how long INIT takes.
 *
 * <p>Comes in: probes, each the environments that one cycle saw. Goes out: a survival curve with its confidence band, and the
 * interval and the hold that follow from it. Must not know where or how cycles run. Start reading at {@link
 * dev.stoker.cli.calibrate.figures.Trials}, which turns probes into trials, then {@link
 * dev.stoker.cli.calibrate.figures.SurvivalCurve}.
 */
package dev.stoker.cli.calibrate.figures;
