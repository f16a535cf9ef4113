// SPDX-License-Identifier: Apache-2.0
/**
 * SSM's Parameter Store: texts of the standard tier, in memory.
 *
 * <p>Comes in: a text to store by its name, from a stack, a Task state or AWS's clients; names and paths to read or to
 * delete. Goes out: the parameter with its version and the instant of its last change, or AWS's error for a missing name,
 * or for a text or name that is too long. {@code SsmApi} is its protocol, {@code SsmTasks} its task integrations. Must
 * not know what a text means, although cycles keep their memory here. Start reading at
 * {@link dev.stoker.local.ssm.ParameterStore}.
 */
package dev.stoker.local.ssm;
