// SPDX-License-Identifier: Apache-2.0
/**
 * Faults in the service, never in the sleep task: what {@code --faults} asks for.
 *
 * <p>Comes in: a list such as {@code dispatch=uniform:800,crash=0.02,seed=1}. Goes out: how likely each fault is, and the seed of all
 * chance. Must not know what a fault does. Start reading at {@link dev.stoker.local.lambda.faults.Faults}.
 */
package dev.stoker.local.lambda.faults;
