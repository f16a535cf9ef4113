// SPDX-License-Identifier: Apache-2.0
/**
 * The faults of {@code --faults}. They occur in the services, never in the sleep task.
 *
 * <p>Comes in: a list such as {@code dispatch=uniform:800,crash=0.02,seed=1}. Goes out: the probability of each fault,
 * and the seed of all random choices. Must not know the effect of a fault. Start reading at
 * {@link dev.stoker.local.lambda.faults.Faults}.
 */
package dev.stoker.local.lambda.faults;
