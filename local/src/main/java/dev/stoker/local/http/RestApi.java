// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A service of the protocol REST JSON: the operation is the method and the path. */
public final class RestApi implements Api {
    private final String service;
    private final Predicate<WireRequest> serves;
    private final List<Route> routes;
    private final Function<AwsError, WireResponse> refusal;

    /**
     * A service.
     *
     * @param service its name in signatures
     * @param serves whether a request is meant for it
     * @param routes its operations
     * @param refusal an error in its shape
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
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        for (Route route : routes) {
            Optional<Route.Call> call = route.match(request);
            if (call.isPresent()) {
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

    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        return identified(request, refusal.apply(error));
    }

    private static WireResponse identified(WireRequest request, WireResponse response) {
        return response.with("x-amzn-RequestId", request.id());
    }
}
