// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;

/** What a function does with an event that is no warm one. */
@FunctionalInterface
public interface UserModel {
    /** Works for the event's {@code workMillis}, 0 if it has none, and answers {@code {}}: as the sample, without words. */
    UserModel SAMPLE = event -> new Work(Math.max(0, event.path("workMillis").asLong(0)), Payload.of("{}"));

    /** What one event leads to. */
    Work serve(JsonNode event);

    /**
     * An invocation.
     *
     * @param millis that it takes, 0 or more
     * @param answer what comes out
     */
    record Work(long millis, Payload answer) {}
}
