// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.s3.Buckets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lambda's REST protocol. */
final class LambdaApi {
    private static final Pattern DATED = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");
    private static final String FUNCTION = "/2015-03-31/functions/{function}";

    private LambdaApi() {}

    /**
     * Creates the protocol of a Lambda service.
     *
     * @param buckets the buckets with functions' code
     */
    static RestApi of(LambdaService lambda, Buckets buckets) {
        List<Route> routes = Stream.of(
                        functions(lambda, buckets),
                        layers(lambda, buckets),
                        versions(lambda),
                        concurrency(lambda),
                        invocations(lambda))
                .flatMap(List::stream)
                .toList();
        return new RestApi("lambda", LambdaApi::serves, routes, LambdaApi::refusal);
    }

    private static List<Route> functions(LambdaService lambda, Buckets buckets) {
        FunctionOperations functions = new FunctionOperations(lambda, new CodeInput(buckets));
        return List.of(
                Route.of("CreateFunction", "POST", "/2015-03-31/functions", functions::create)
                        .upTo(CodeInput.MOST_BYTES),
                Route.of("ListFunctions", "GET", "/2015-03-31/functions", functions::list)
                        .asking("FunctionVersion", "MaxItems", "Marker"),
                Route.of("GetFunction", "GET", FUNCTION, functions::get).asking("Qualifier"),
                Route.of("GetFunction's Code.Location", "GET", FUNCTION + "/code", functions::getCode)
                        .asking("Qualifier"),
                Route.of("DeleteFunction", "DELETE", FUNCTION, functions::delete)
                        .asking("Qualifier"),
                Route.of("GetFunctionConfiguration", "GET", FUNCTION + "/configuration", functions::getConfiguration)
                        .asking("Qualifier"),
                Route.of("TagResource", "POST", "/2017-03-31/tags/{arn}", functions::tag),
                Route.of("ListTags", "GET", "/2017-03-31/tags/{arn}", functions::listTags),
                Route.of("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration", functions::update),
                Route.of("UpdateFunctionCode", "PUT", FUNCTION + "/code", functions::updateCode)
                        .upTo(CodeInput.MOST_BYTES));
    }

    private static List<Route> layers(LambdaService lambda, Buckets buckets) {
        LayerOperations layers = new LayerOperations(lambda.functions().layers(), new CodeInput(buckets));
        String all = "/2018-10-31/layers";
        String version = all + "/{layer}/versions/{version}";
        return List.of(
                Route.of("PublishLayerVersion", "POST", all + "/{layer}/versions", layers::publish)
                        .upTo(CodeInput.MOST_BYTES),
                Route.of("GetLayerVersion", "GET", version, layers::get),
                Route.of("ListLayerVersions", "GET", all + "/{layer}/versions", layers::listVersions)
                        .asking("MaxItems", "Marker"),
                // One path for two operations: GetLayerVersionByArn is a search on the wire.
                Route.of("ListLayers, GetLayerVersionByArn", "GET", all, layers::listOrFind)
                        .asking("find", "Arn", "MaxItems", "Marker"),
                Route.of("GetLayerVersion's Content.Location", "GET", version + "/content", layers::content),
                Route.of("DeleteLayerVersion", "DELETE", version, layers::delete));
    }

    private static List<Route> versions(LambdaService lambda) {
        VersionOperations versions = new VersionOperations(lambda.functions());
        return List.of(
                Route.of("PublishVersion", "POST", FUNCTION + "/versions", versions::publish),
                Route.of("ListVersionsByFunction", "GET", FUNCTION + "/versions", versions::list)
                        .asking("MaxItems", "Marker"),
                Route.of("CreateAlias", "POST", FUNCTION + "/aliases", versions::createAlias),
                Route.of("ListAliases", "GET", FUNCTION + "/aliases", versions::listAliases)
                        .asking("FunctionVersion", "MaxItems", "Marker"),
                Route.of("GetAlias", "GET", FUNCTION + "/aliases/{alias}", versions::getAlias),
                Route.of("UpdateAlias", "PUT", FUNCTION + "/aliases/{alias}", versions::updateAlias),
                Route.of("DeleteAlias", "DELETE", FUNCTION + "/aliases/{alias}", versions::deleteAlias));
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
                                concurrency::listProvisioned)
                        .asking("List", "MaxItems", "Marker"),
                Route.of("GetAccountSettings", "GET", "/2016-08-19/account-settings", concurrency::account));
    }

    private static List<Route> invocations(LambdaService lambda) {
        return List.of(Route.later("Invoke", "POST", FUNCTION + "/invocations", new InvokeOperation(lambda))
                .asking("Qualifier"));
    }

    private static boolean serves(WireRequest request) {
        return DATED.matcher(request.path()).matches()
                && request.signedFor()
                        .filter(service -> !service.equals("lambda"))
                        .isEmpty();
    }

    /** An error. For a throttled request it contains the reason and when to retry. */
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
}
