// SPDX-License-Identifier: Apache-2.0
/**
 * The interface of checks, the data that they read, and their findings.
 *
 * <p>Comes in: a deployed function and its planned use. Goes out: findings, each with its severity and its remedy, and
 * passed checks. Must not know any single check, nor how findings are shown. Start reading at
 * {@link dev.stoker.cli.check.finding.Check}.
 */
package dev.stoker.cli.check.finding;
