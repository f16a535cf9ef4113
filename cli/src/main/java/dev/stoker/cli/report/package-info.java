// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker report}: draws one cycle or many as one HTML file that loads nothing.
 *
 * <p>Comes in: the JSON of a run, or events of a log. Goes out: a page. The drawing itself is done by the page's own script
 * ({@code report.js} among the resources) from compact data, so that a day of cycles stays one file of a few megabytes.
 * Must not know how cycles are run. Start reading at {@link dev.stoker.cli.report.ReportCommand}, then {@link
 * dev.stoker.cli.report.CycleReader} for what is
 * taken, and {@link dev.stoker.cli.report.ReportPage} for what is made.
 */
package dev.stoker.cli.report;
