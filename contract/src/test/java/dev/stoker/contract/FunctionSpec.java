// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.HashMap;
import java.util.Map;

/**
 * What a function of the suite runs.
 *
 * @param handler as Lambda's configuration names it
 * @param environment its variables
 * @param timeoutSeconds of one invocation
 */
record FunctionSpec(String handler, Map<String, String> environment, int timeoutSeconds) {
    FunctionSpec {
        environment = Map.copyOf(environment);
    }

    /** The sample behind Stoker's library, as infra/template.yaml deploys it, but starting at once. */
    static FunctionSpec sample() {
        return behindStoker("dev.stoker.sample.SampleHandler").startingIn(0);
    }

    /** A handler behind Stoker's library. */
    static FunctionSpec wrapping(Class<? extends RequestStreamHandler> handler) {
        return behindStoker(handler.getName());
    }

    private static FunctionSpec behindStoker(String handler) {
        return new FunctionSpec(
                "dev.stoker.warmable.WarmableHandler::handleRequest",
                Map.of("STOKER_HANDLER", handler + "::handleRequest"),
                30);
    }

    /** The sample with environments that take so long to start, milliseconds; AWS gives INIT 10 s. */
    FunctionSpec startingIn(long millis) {
        Map<String, String> slower = new HashMap<>(environment);
        slower.put("SAMPLE_START_MILLIS", Long.toString(millis));
        return new FunctionSpec(handler, slower, timeoutSeconds);
    }

    /** A handler that knows nothing of Stoker, or what it likes. */
    static FunctionSpec running(Class<? extends RequestStreamHandler> handler) {
        return new FunctionSpec(handler.getName() + "::handleRequest", Map.of(), 30);
    }

    FunctionSpec withTimeoutSeconds(int seconds) {
        return new FunctionSpec(handler, environment, seconds);
    }
}
