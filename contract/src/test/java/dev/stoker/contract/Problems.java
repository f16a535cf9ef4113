// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The cause of {@code Stoker.InvalidInput}.
 *
 * @param problems all problems, or the first ones
 * @param truncated true if there are more, otherwise null
 */
record Problems(@JsonProperty(required = true) List<Problem> problems, Boolean truncated) {
    Problems {
        problems = List.copyOf(problems);
    }

    List<String> fields() {
        return problems.stream().map(Problem::field).toList();
    }

    /**
     * One problem.
     *
     * @param field where, e.g. {@code targets[0].concurrency}
     * @param rule the broken rule
     * @param value the given value, missing if there was none
     * @param remedy what to do
     */
    record Problem(
            @JsonProperty(required = true) String field,
            @JsonProperty(required = true) String rule,
            JsonNode value,
            @JsonProperty(required = true) String remedy) {}
}
