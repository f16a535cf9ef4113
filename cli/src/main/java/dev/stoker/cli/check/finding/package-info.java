// SPDX-License-Identifier: Apache-2.0
/**
 * What a check is, what it looks at, and what it finds.
 *
 * <p>Comes in: a function as it is deployed, and what it is to do. Goes out: findings, each with its severity and its remedy, and
 * what passed. Must not know any single check, nor how findings are shown. Start reading at
 * {@link dev.stoker.cli.check.finding.Check}.
 */
package dev.stoker.cli.check.finding;
