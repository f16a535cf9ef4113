// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
        return new FunctionSpec(
                "dev.stoker.warmable.WarmableHandler::handleRequest",
                Map.of("STOKER_HANDLER", "dev.stoker.sample.SampleHandler::handleRequest", "SAMPLE_START_MILLIS", "0"),
                30);
    }

    /** A handler that knows nothing of Stoker, or what it likes. */
    static FunctionSpec running(Class<? extends RequestStreamHandler> handler) {
        return new FunctionSpec(handler.getName() + "::handleRequest", Map.of(), 30);
    }

    FunctionSpec withTimeoutSeconds(int seconds) {
        return new FunctionSpec(handler, environment, seconds);
    }
}
