// SPDX-License-Identifier: Apache-2.0
/**
 * Charts as SVG files that load no other files, light or dark as the system is.
 *
 * <p>Comes in: the name of a file, and what a command draws. Goes out: an SVG file. Must not know what a chart shows.
 * Start reading at {@link dev.stoker.cli.chart.Svg}.
 */
package dev.stoker.cli.chart;
