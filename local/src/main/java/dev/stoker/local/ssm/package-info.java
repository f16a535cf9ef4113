// SPDX-License-Identifier: Apache-2.0
/**
 * SSM's Parameter Store: texts of the standard tier, in memory.
 *
 * <p>Comes in: names and values. Goes out: names and values. {@code SsmApi} is its protocol, {@code SsmTasks} its task
 * integrations. Must not know what the values mean. Start reading at {@link dev.stoker.local.ssm.ParameterStore}.
 */
package dev.stoker.local.ssm;
