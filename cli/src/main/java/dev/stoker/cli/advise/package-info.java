// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker advise}: from the traffic of the past, how many environments would have been enough, and what each way would have cost.
 *
 * <p>Comes in: a function with its metrics at CloudWatch, or a CSV. Goes out: a screen, a chart, JSON, and a template of windows. Must
 * not know how cycles are run. Start reading at {@link dev.stoker.cli.advise.AdviseCommand}.
 */
package dev.stoker.cli.advise;
