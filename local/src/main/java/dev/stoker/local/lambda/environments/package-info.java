// SPDX-License-Identifier: Apache-2.0
/**
 * Execution environments as a model on the timeline: each starts, serves one invocation at a time, idles and is reclaimed.
 *
 * <p>Comes in: invocations that the service has let in. Goes out: outcomes, what an environment did, and what Lambda would bill. Must not
 * know names, aliases and reservations, nor what runs a function's code ({@link dev.stoker.local.lambda.runtime}). Start reading at
 * {@link dev.stoker.local.lambda.environments.Fleet}.
 */
package dev.stoker.local.lambda.environments;
