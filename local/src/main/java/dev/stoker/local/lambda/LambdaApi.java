// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.Route;
import dev.stoker.local.s3.Buckets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lambda's REST protocol. */
final class LambdaApi implements Api {
    private static final Pattern DATED = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");
    private static final String FUNCTION = "/2015-03-31/functions/{function}";

    private final List<Route> routes;

    /**
     * The protocol in front of a Lambda.
     *
     * @param buckets has the code that functions are created from
     */
    LambdaApi(LambdaService lambda, Buckets buckets) {
        this.routes = Stream.of(
                        functions(lambda, buckets),
                        layers(lambda, buckets),
                        versions(lambda),
                        concurrency(lambda),
                        invocations(lambda))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> functions(LambdaService lambda, Buckets buckets) {
        FunctionOperations functions = new FunctionOperations(lambda, new CodeInput(buckets));
        return List.of(
                Route.of("CreateFunction", "POST", "/2015-03-31/functions", functions::create),
                Route.of("ListFunctions", "GET", "/2015-03-31/functions", functions::list),
                Route.of("GetFunction", "GET", FUNCTION, functions::get),
                Route.of("GetFunction's Code.Location", "GET", FUNCTION + "/code", functions::getCode),
                Route.of("DeleteFunction", "DELETE", FUNCTION, functions::delete),
                Route.of("GetFunctionConfiguration", "GET", FUNCTION + "/configuration", functions::getConfiguration),
                Route.of("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration", functions::update),
                Route.of("UpdateFunctionCode", "PUT", FUNCTION + "/code", functions::updateCode));
    }

    private static List<Route> layers(LambdaService lambda, Buckets buckets) {
        LayerOperations layers = new LayerOperations(lambda.functions().layers(), new CodeInput(buckets));
        String all = "/2018-10-31/layers";
        String version = all + "/{layer}/versions/{version}";
        return List.of(
                Route.of("PublishLayerVersion", "POST", all + "/{layer}/versions", layers::publish),
                Route.of("GetLayerVersion", "GET", version, layers::get),
                Route.of("GetLayerVersionByArn", "GET", all, layers::find),
                Route.of("GetLayerVersion's Content.Location", "GET", version + "/content", layers::content),
                Route.of("DeleteLayerVersion", "DELETE", version, layers::delete));
    }

    private static List<Route> versions(LambdaService lambda) {
        VersionOperations versions = new VersionOperations(lambda.functions());
        return List.of(
                Route.of("PublishVersion", "POST", FUNCTION + "/versions", versions::publish),
                Route.of("ListVersionsByFunction", "GET", FUNCTION + "/versions", versions::list),
                Route.of("CreateAlias", "POST", FUNCTION + "/aliases", versions::createAlias),
                Route.of("ListAliases", "GET", FUNCTION + "/aliases", versions::listAliases),
                Route.of("GetAlias", "GET", FUNCTION + "/aliases/{alias}", versions::getAlias));
    }

    private static List<Route> concurrency(LambdaService lambda) {
        ConcurrencyOperations concurrency = new ConcurrencyOperations(lambda);
        String reserved = "/2017-10-31/functions/{function}/concurrency";
        return List.of(
                Route.of("PutFunctionConcurrency", "PUT", reserved, concurrency::put),
                Route.of("DeleteFunctionConcurrency", "DELETE", reserved, concurrency::delete),
                Route.of(
                        "GetFunctionConcurrency",
                        "GET",
                        "/2019-09-30/functions/{function}/concurrency",
                        concurrency::get),
                Route.of(
                        "ListProvisionedConcurrencyConfigs",
                        "GET",
                        "/2019-09-30/functions/{function}/provisioned-concurrency",
                        concurrency::listProvisioned),
                Route.of("GetAccountSettings", "GET", "/2016-08-19/account-settings", concurrency::account));
    }

    private static List<Route> invocations(LambdaService lambda) {
        return List.of(Route.later("Invoke", "POST", FUNCTION + "/invocations", new InvokeOperation(lambda)));
    }

    @Override
    public String service() {
        return "lambda";
    }

    @Override
    public boolean serves(WireRequest request) {
        return DATED.matcher(request.path()).matches()
                && request.signedFor()
                        .filter(service -> !service.equals("lambda"))
                        .isEmpty();
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
                "lambda " + request.method() + " " + request.path() + ": the embedded AWS does not cover it. It covers "
                        + routes.stream().map(Route::operation).sorted().collect(Collectors.joining(", ")) + ".");
    }

    private static WireResponse identified(WireRequest request, WireResponse response) {
        return response.with("x-amzn-RequestId", request.id());
    }

    /** An error; a throttle tells its reason and when to come again. */
    static WireResponse refusal(AwsError error) {
        ObjectNode body = JsonText.object().put("Type", error.isSenders() ? "User" : "Service");
        if (error.isThrottle()) {
            body.put("Reason", error.reason()).put("message", error.getMessage());
        } else {
            body.put("Message", error.getMessage());
        }
        return WireResponse.json(error.status(), body)
                .with("x-amzn-ErrorType", error.code())
                .with("Retry-After", error.isThrottle() ? "1" : null);
    }

    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        return identified(request, refusal(error));
    }
}
