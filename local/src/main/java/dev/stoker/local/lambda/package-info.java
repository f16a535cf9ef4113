// SPDX-License-Identifier: Apache-2.0

/**
 * A model of AWS Lambda: functions and their versions, execution environments, concurrency, limits, billing.
 *
 * <p>Comes in: a function's package and its invocations. Goes out: answers, AWS's errors by their names, and counts. All
 * state is touched by events of one {@link dev.stoker.local.time.Timeline} only, so there are no locks here; whoever calls
 * from outside posts an event that calls. Knows nothing of HTTP or state machines, nor what runs a function's code: that is
 * {@link dev.stoker.local.lambda.runtime}. Start reading at {@link dev.stoker.local.lambda.LambdaService}.
 */
package dev.stoker.local.lambda;
