// SPDX-License-Identifier: Apache-2.0

/**
 * Faults in the service, never in the sleep task: what {@code --faults} asks for, and the seeded chance that decides.
 *
 * <p>Comes in: a list such as {@code dispatch=uniform:800,crash=0.02,seed=1}. Goes out: what the model asks
 * at each step. Start reading at {@link dev.stoker.local.lambda.faults.Faults}.
 */
package dev.stoker.local.lambda.faults;
