// SPDX-License-Identifier: Apache-2.0
/**
 * Lambda as a service: functions, versions, aliases, layers, concurrency, and who may invoke what.
 *
 * <p>Comes in: packages and requests. Goes out: what the API answers, AWS's errors by their names, and counts. {@code LambdaApi} is its
 * protocol, {@code LambdaTasks} its task integrations. All state is touched by events of one
 * {@link dev.stoker.local.time.Timeline} only, so there are no locks here; whoever calls from outside posts an event that calls. Must
 * not know state machines or stacks, nor how an environment lives ({@link dev.stoker.local.lambda.environments}). Start reading at
 * {@link dev.stoker.local.lambda.LambdaService}.
 */
package dev.stoker.local.lambda;
