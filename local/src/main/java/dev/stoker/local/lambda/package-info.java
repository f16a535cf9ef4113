// SPDX-License-Identifier: Apache-2.0
/**
 * Lambda as a service: functions, versions, aliases, layers, concurrency and invocations.
 *
 * <p>Comes in: packages, also from S3, and requests. Goes out: answers of the API, AWS's errors, and counts. {@code LambdaApi} is its
 * protocol, {@code LambdaTasks} its task integrations. {@code LambdaMetricsApi} is CloudWatch's protocol: the embedded
 * AWS has no metrics but Lambda's, so there is no package for CloudWatch. Only events of one {@link dev.stoker.local.time.Timeline} use
 * the state, so there are no locks. Must not know state machines or stacks, or how environments work
 * ({@link dev.stoker.local.lambda.environments}). Start reading at {@link dev.stoker.local.lambda.LambdaService}.
 */
package dev.stoker.local.lambda;
