// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lambda, as far as Task states call it: for tests, which answer by a script. */
@FunctionalInterface
interface LambdaInvoker {

    /**
     * Invokes a function and waits for its answer (RequestResponse). Called on the timeline; must not block.
     *
     * @param reply takes the outcome, from any thread; of several outcomes the first counts
     */
    void invoke(Invocation invocation, Consumer<InvokerOutcome> reply);

    /**
     * What is invoked.
     *
     * @param function name, partial ARN or ARN, perhaps with a qualifier of its own
     * @param qualifier alias or version, or null
     * @param payload the event as JSON text
     */
    record Invocation(String function, @Nullable String qualifier, String payload) {}

    /** What came of it. */
    sealed interface InvokerOutcome permits InvokerAnswered, FunctionFailed, InvokerRefused {}

    /**
     * The function answered.
     *
     * @param payload its answer, JSON text as a rule
     * @param status 200
     * @param executedVersion such as $LATEST
     * @param requestId of the invocation
     */
    record InvokerAnswered(String payload, int status, String executedVersion, String requestId)
            implements InvokerOutcome {}

    /**
     * The function failed: an exception, a timeout, a crash (X-Amz-Function-Error).
     *
     * @param payload the error as JSON text: errorMessage, errorType, stackTrace; without an errorType the task fails
     *     with Lambda.Unknown
     */
    record FunctionFailed(String payload) implements InvokerOutcome {}

    /**
     * The service did not run the function.
     *
     * @param error the name of the error without its prefix, such as TooManyRequestsException
     * @param message what the service says
     * @param status the HTTP status, such as 429
     * @param requestId of the call
     */
    record InvokerRefused(String error, String message, int status, String requestId) implements InvokerOutcome {}
}
