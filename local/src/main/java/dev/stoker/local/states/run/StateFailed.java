// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state ended with an error, which its Retry, its Catch or the execution handles. */
final class StateFailed extends RuntimeException {

    static final String TIMEOUT = "States.Timeout";
    static final String RUNTIME = "States.Runtime";
    static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

    private static final long serialVersionUID = 1;

    private final @Nullable String error;
    private final @Nullable String why;

    /** Creates an error with a name and a cause. */
    StateFailed(String error, String why) {
        this(Optional.of(error), Optional.of(why));
    }

    /**
     * Creates an error.
     *
     * @param error its name; empty only from a Fail state without one, or from StopExecution
     * @param why its cause; empty if there is none
     */
    StateFailed(Optional<String> error, Optional<String> why) {
        super(error.orElse(null) + ": " + why.orElse(null), null, false, false);
        this.error = error.orElse(null);
        this.why = why.orElse(null);
    }

    /** The error for a value larger than 256 KiB. The text is as recorded for a Lambda task. */
    static StateFailed tooLarge(String stateOrTask) {
        return new StateFailed(
                DATA_LIMIT_EXCEEDED,
                "The state/task '" + stateOrTask
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    /** More than 10 MiB of variables. Ours: AWS documents the limit and not its words. */
    static StateFailed tooManyVariables(String state) {
        return new StateFailed(
                DATA_LIMIT_EXCEEDED,
                "The state '" + state + "' assigned variables, and all variables of the execution exceed 10 MiB.");
    }

    /** Its name; empty only from a Fail state without one, or from StopExecution. */
    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Its cause; empty if there is none. */
    Optional<String> why() {
        return Optional.ofNullable(why);
    }

    /** The value of {@code $states.errorOutput} for a Catch. */
    JsonObject output() {
        return JsonObject.ofPairs("Error", error().orElse(""), "Cause", why().orElse(""));
    }
}
