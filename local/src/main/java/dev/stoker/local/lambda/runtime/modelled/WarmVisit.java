// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

/**
 * A warm event that holds a modelled environment.
 *
 * @param coldStart it is the environment's first invocation
 * @param arrivedAt by the environment's clock
 * @param holdMillis 0 or more
 * @param sinceMillis since the end of the previous warm event here, or since INIT; at least 1
 * @param busyMillis of users' invocations in that interval
 * @param served users' invocations in that interval
 * @param userColdStart a user probably waited for this environment's INIT
 */
record WarmVisit(
        boolean coldStart,
        long arrivedAt,
        long holdMillis,
        long sinceMillis,
        long busyMillis,
        long served,
        boolean userColdStart) {}
