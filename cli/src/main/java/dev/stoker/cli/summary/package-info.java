// SPDX-License-Identifier: Apache-2.0
/**
 * {@code --summary FILE}: the result of a command for a CI system, as Markdown or as JUnit XML.
 *
 * <p>Comes in: the cases of a command, each passed or failed. Goes out: a file. Must not know any command. Start reading at
 * {@link dev.stoker.cli.summary.SummaryOption}.
 */
package dev.stoker.cli.summary;
