// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One environment of a round. Times are milliseconds since the epoch, by the environment's own clock.
 *
 * @param id 12 base64url characters
 * @param coldStart whether this was its first invocation
 * @param initializedAt end of INIT
 * @param initMillis the duration of INIT, null if unknown
 * @param arrivedAt when the sleep task arrived
 * @param releasedAt when it ended
 * @param served users' invocations since the previous sleep task
 */
record EnvironmentRow(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) boolean coldStart,
        @JsonProperty(required = true) long initializedAt,
        @JsonProperty(required = true) Long initMillis,
        @JsonProperty(required = true) long arrivedAt,
        @JsonProperty(required = true) long releasedAt,
        @JsonProperty(required = true) int served) {}
