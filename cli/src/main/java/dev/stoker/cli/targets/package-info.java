// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker targets}: functions whose tag says how many environments to keep warm, as the parameters of deployments.
 *
 * <p>Comes in: the functions of an account and their tags. Goes out: a list with the findings of {@code stoker check}, and the
 * parameters {@code TargetArns} and {@code Targets}. Must not know how cycles are run, and changes nothing at AWS. Start reading at
 * {@link dev.stoker.cli.targets.TargetsCommand}.
 */
package dev.stoker.cli.targets;
