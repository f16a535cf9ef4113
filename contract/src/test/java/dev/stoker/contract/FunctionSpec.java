// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration of a function of the suite.
 *
 * @param handler the handler
 * @param environment its variables
 * @param timeoutSeconds the timeout of an invocation
 */
record FunctionSpec(String handler, Map<String, String> environment, int timeoutSeconds) {
    FunctionSpec {
        environment = Map.copyOf(environment);
    }

    /** The sample with Stoker's library, as infra/template.yaml deploys it, but without a slow start. */
    static FunctionSpec sample() {
        return behindStoker("dev.stoker.sample.SampleHandler").startingIn(0);
    }

    /** A handler with Stoker's library. */
    static FunctionSpec wrapping(Class<? extends RequestStreamHandler> handler) {
        return behindStoker(handler.getName());
    }

    private static FunctionSpec behindStoker(String handler) {
        return new FunctionSpec(
                "dev.stoker.warmable.WarmableHandler::handleRequest",
                Map.of("STOKER_HANDLER", handler + "::handleRequest"),
                30);
    }

    /** The sample with this duration of INIT, milliseconds; AWS allows 10 s. */
    FunctionSpec startingIn(long millis) {
        Map<String, String> slower = new HashMap<>(environment);
        slower.put("SAMPLE_START_MILLIS", Long.toString(millis));
        return new FunctionSpec(handler, slower, timeoutSeconds);
    }

    /** A handler without Stoker's library, or with its own use of it. */
    static FunctionSpec running(Class<? extends RequestStreamHandler> handler) {
        return new FunctionSpec(handler.getName() + "::handleRequest", Map.of(), 30);
    }

    FunctionSpec withTimeoutSeconds(int seconds) {
        return new FunctionSpec(handler, environment, seconds);
    }
}
