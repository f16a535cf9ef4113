// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A service with the protocol REST JSON: method and path select the operation. */
public final class RestApi implements Api {
    private final String service;
    private final Predicate<WireRequest> serves;
    private final List<Route> routes;
    private final Function<AwsError, WireResponse> refusal;

    /**
     * Creates a service.
     *
     * @param service its name in signatures
     * @param serves whether a request is for it
     * @param routes its operations
     * @param refusal formats an error
     */
    public RestApi(
            String service,
            Predicate<WireRequest> serves,
            List<Route> routes,
            Function<AwsError, WireResponse> refusal) {
        this.service = service;
        this.serves = serves;
        this.routes = List.copyOf(routes);
        this.refusal = refusal;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean serves(WireRequest request) {
        return serves.test(request);
    }

    @Override
    public long mostBytes(WireRequest head) {
        return routes.stream()
                .filter(route -> route.match(head).isPresent())
                .mapToLong(Route::mostBytes)
                .findFirst()
                .orElse(MOST_BYTES);
    }

    @Override
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        for (Route route : routes) {
            Optional<Route.Call> call = route.match(request);
            if (call.isPresent()) {
                refuseOthers(route, request);
                route.body().answer(call.get(), response -> reply.accept(identified(request, response)));
                return;
            }
        }
        throw new AwsError(
                "UnknownOperationException",
                service + " " + request.method() + " " + request.path()
                        + ": the embedded AWS does not cover it. It covers "
                        + routes.stream().map(Route::operation).sorted().collect(Collectors.joining(", ")) + ".");
    }

    private static void refuseOthers(Route route, WireRequest request) {
        Set<String> others = new TreeSet<>(request.query().keySet());
        others.removeAll(route.parameters());
        if (!others.isEmpty()) {
            throw new AwsError(
                    "ValidationException",
                    route.operation() + ": the embedded AWS does not cover the parameter(s) "
                            + String.join(", ", others) + ". Leave them out.");
        }
    }

    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        return identified(request, refusal.apply(error));
    }

    private static WireResponse identified(WireRequest request, WireResponse response) {
        return response.with("x-amzn-RequestId", request.id());
    }

    /**
     * An operation of a REST service.
     *
     * @param operation its name
     * @param method GET, PUT and so on
     * @param path its parts; parts in braces are variables
     * @param parameters the supported query parameters; others are rejected by name
     * @param mostBytes the maximum size of the body
     * @param body its implementation
     */
    public record Route(
            String operation, String method, List<String> path, Set<String> parameters, long mostBytes, Body body) {
        /** The implementation of an operation; runs on the timeline. */
        @FunctionalInterface
        public interface Body {
            /** Answers at once or later. */
            void answer(Call call, Consumer<WireResponse> reply);
        }

        /**
         * A request that matches a route.
         *
         * @param request the request
         * @param variables the variables of the path
         */
        public record Call(WireRequest request, Map<String, String> variables) {
            private static final int MOST_ASKED = 10_000;

            /** A variable of the path. */
            public String variable(String name) {
                return requireNonNull(variables.get(name), name);
            }

            /** A parameter of the query, if it is given. */
            public Optional<String> query(String name) {
                return Optional.ofNullable(request.query().get(name));
            }

            /**
             * Writes the page of a list that the query asks for, and the token of the next one if there is one.
             *
             * @param name of the list in the answer
             * @param most the largest number of items of a page in this API. A request for more gets this number, as on AWS
             * @param size the name of the query parameter with the number of items
             * @param token the name of the query parameter with the token, which is the number of items before this page
             * @param next the name of the field in the answer with the token of the next page
             */
            public ObjectNode page(
                    String name, List<? extends JsonNode> all, int most, String size, String token, String next) {
                int items = Math.min(most, number(size, most, 1, MOST_ASKED));
                int from = number(token, 0, 0, Integer.MAX_VALUE);
                int to = (int) Math.min(all.size(), (long) from + items);
                ObjectNode page = JsonText.object();
                page.putArray(name).addAll(all.subList(Math.min(from, to), to));
                return to < all.size() ? page.put(next, String.valueOf(to)) : page;
            }

            private int number(String name, int otherwise, int least, int most) {
                Optional<String> text = query(name);
                try {
                    int number = text.map(Integer::parseInt).orElse(otherwise);
                    if (number >= least && number <= most) {
                        return number;
                    }
                } catch (NumberFormatException e) {
                    // refused below
                }
                throw new AwsError(
                        "ValidationException",
                        name + ": must be a whole number from " + least + " to " + most + ", got " + text.orElse("")
                                + ".");
            }
        }

        /** An operation that answers at once. */
        public static Route of(String operation, String method, String path, Function<Call, WireResponse> body) {
            return later(operation, method, path, (call, reply) -> reply.accept(body.apply(call)));
        }

        /** An operation that may answer later. */
        public static Route later(String operation, String method, String path, Body body) {
            return new Route(operation, method, List.of(path.substring(1).split("/", -1)), Set.of(), MOST_BYTES, body);
        }

        /** The same with a query that may say these. */
        public Route asking(String... names) {
            return new Route(operation, method, path, Set.of(names), mostBytes, body);
        }

        /** The same for requests of another size at most. */
        public Route upTo(long bytes) {
            return new Route(operation, method, path, parameters, bytes, body);
        }

        /** The call, if the request matches this route. */
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
}
