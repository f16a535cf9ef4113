// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;

/**
 * A field that holds a whole number, or an expression that gives one: TimeoutSeconds, HeartbeatSeconds, MaxConcurrency.
 *
 * @param field its name
 * @param template its value
 * @param least the least number allowed
 */
record WholeNumber(String field, Template template, int least) {

    /** Source: Amazon States Language, the largest value of TimeoutSeconds. */
    static final int MOST = 99_999_999;

    /**
     * The number.
     *
     * @throws StateFailed with States.QueryEvaluationError if it is none, or not a whole one, or out of range
     */
    int render(Bindings bindings) {
        Object value = template.renderAs("number", bindings);
        if (!fits(value, least)) {
            throw bindings.failed(
                    StateFailed.QUERY_EVALUATION_ERROR,
                    "The field '" + field + "' must be a whole number from " + least + " to " + MOST + ", but was "
                            + Json.text(value) + ".");
        }
        return ((Number) value).intValue();
    }

    /** Whether a value is a whole number in range. */
    static boolean fits(Object value, int least) {
        return value instanceof Integer number && number >= least && number <= MOST;
    }
}
