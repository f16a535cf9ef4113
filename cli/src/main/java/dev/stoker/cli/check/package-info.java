// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker check}: checks a function, and reports what would prevent warming or make it unnecessary.
 *
 * <p>Comes in: a function's name, the planned concurrency, and the state machines that call it. Goes out: findings,
 * each with its remedy. If the credentials do not allow a call, that is a finding, too. It invokes and changes nothing.
 * Each check is a class, and one list contains all of them. Must not know how a cycle runs. Start reading at
 * {@link dev.stoker.cli.check.Inspection}; a check is a {@link dev.stoker.cli.check.finding.Check}.
 */
package dev.stoker.cli.check;
