// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker report}: draws one or more cycles as one HTML file that loads no other files.
 *
 * <p>Comes in: the JSON of a run, or events of a log. Goes out: a page. The page's script ({@code report.js} in the
 * resources) draws the lanes from compact data, so that a day of cycles is a file of a few megabytes. Must not know how
 * cycles are run. Start reading at {@link dev.stoker.cli.report.ReportCommand}, then
 * {@link dev.stoker.cli.cycles.CycleReader} for the accepted input, and {@link dev.stoker.cli.report.ReportPage} for
 * the page.
 */
package dev.stoker.cli.report;
