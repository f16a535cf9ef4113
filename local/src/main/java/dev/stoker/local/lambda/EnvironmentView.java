// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import java.util.OptionalLong;

/**
 * An environment that is alive.
 *
 * @param id the model's own id, not the one that a sleep task tells
 * @param function the function's name
 * @param version {@code $LATEST} or a number
 * @param busy whether it starts or serves
 * @param startedAt milliseconds since the epoch
 * @param invocations that it was given
 * @param processId of the process that it runs in, where it has one to itself
 */
public record EnvironmentView(
        String id,
        String function,
        String version,
        boolean busy,
        long startedAt,
        long invocations,
        OptionalLong processId) {}
