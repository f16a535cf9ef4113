// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

import dev.stoker.local.lambda.code.FunctionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The functions of a contestant.
 *
 * @param target the function that is kept warm
 * @param warmer a function of its own that warms the target
 * @param event what its schedule sends, to the warmer if there is one; {@code $N} stands for the number of environments. Empty if it is
 *     no single event
 * @param says finds in its log how many environments it says it has warmed, as group 1
 */
public record Kit(Part target, Optional<Part> warmer, String event, Optional<Pattern> says) {
    /** The target's name. */
    public static final String TARGET = "target";

    /** The warmer's name. */
    public static final String WARMER = "warmer";

    /** A request of a user, of the form that Zappa's handler needs; the other targets do not read it. */
    public static final String USER =
            "{\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":{},\"multiValueHeaders\":{},\"queryStringParameters\":null,"
                    + "\"multiValueQueryStringParameters\":null,\"body\":null,\"isBase64Encoded\":false,\"requestContext\":{\"stage\":\"dev\"}}";

    /**
     * A function.
     *
     * @param runtimes Lambda's identifiers; the first that runs here is used
     * @param handler as the runtime expects it
     * @param code its package
     * @param variables its environment variables; {@code $N} in a value stands for the number of environments
     */
    public record Part(List<String> runtimes, String handler, FunctionCode code, Map<String, String> variables) {
        /** Copies lists and maps. */
        public Part {
            runtimes = List.copyOf(runtimes);
            variables = Map.copyOf(variables);
        }
    }
}
