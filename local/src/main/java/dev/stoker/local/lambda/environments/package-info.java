// SPDX-License-Identifier: Apache-2.0
/**
 * Execution environments as a model on the timeline: each starts, serves one invocation at a time, idles and is
 * reclaimed.
 *
 * <p>Comes in: invocations that the service has accepted. Goes out: outcomes, events of environments, and billed time.
 * Must not know names, aliases and reserved concurrency, or how a function's code runs
 * ({@link dev.stoker.local.lambda.runtime}). Start reading at {@link dev.stoker.local.lambda.environments.Fleet}.
 */
package dev.stoker.local.lambda.environments;
