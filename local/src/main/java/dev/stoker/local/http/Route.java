// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An operation of a REST service.
 *
 * @param operation its name
 * @param method GET, PUT and so on
 * @param path its parts; those in braces are variables
 * @param body what it does
 */
public record Route(String operation, String method, List<String> path, Body body) {
    /** What an operation does; runs on the timeline. */
    @FunctionalInterface
    public interface Body {
        /** Answers at once or later. */
        void answer(Call call, Consumer<WireResponse> reply);
    }

    /**
     * A request that a route has matched.
     *
     * @param request as it came
     * @param variables of the path
     */
    public record Call(WireRequest request, Map<String, String> variables) {
        /** A variable of the path. */
        public String variable(String name) {
            return variables.get(name);
        }

        /** A parameter of the query, or null. */
        public String query(String name) {
            return request.query().get(name);
        }
    }

    /** An operation that answers at once. */
    public static Route of(String operation, String method, String path, Function<Call, WireResponse> body) {
        return later(operation, method, path, (call, reply) -> reply.accept(body.apply(call)));
    }

    /** An operation that may answer later. */
    public static Route later(String operation, String method, String path, Body body) {
        return new Route(operation, method, List.of(path.substring(1).split("/", -1)), body);
    }

    /** The request as this operation's call, if it is one. */
    public Optional<Call> match(WireRequest request) {
        List<String> segments = request.segments();
        if (!request.method().equals(method) || segments.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String part = path.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Call(request, variables));
    }
}
