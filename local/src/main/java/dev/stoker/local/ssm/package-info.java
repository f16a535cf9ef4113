// SPDX-License-Identifier: Apache-2.0

/**
 * SSM's Parameter Store: texts of the standard tier, in memory.
 *
 * <p>Start reading at {@link dev.stoker.local.ssm.ParameterStore}; {@link dev.stoker.local.ssm.SsmApi} is its protocol.
 */
package dev.stoker.local.ssm;
