// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import java.util.List;
import java.util.Set;

/** The operations for concurrency. */
final class ConcurrencyOperations {
    /** Source: Lambda developer guide, "gettingstarted-limits". */
    private static final long CODE_UNZIPPED = 262_144_000;

    private static final long CODE_ZIPPED = 52_428_800;
    private static final long CODE_TOTAL = 80_530_636_800L;

    private final LambdaService lambda;

    ConcurrencyOperations(LambdaService lambda) {
        this.lambda = lambda;
    }

    WireResponse put(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing("PutFunctionConcurrency", Set.of("ReservedConcurrentExecutions"));
        input.required("ReservedConcurrentExecutions");
        int reserved = (int) input.number("ReservedConcurrentExecutions", 0);
        lambda.concurrency().reserve(call.variable("function"), reserved);
        return WireResponse.json(200, JsonText.object().put("ReservedConcurrentExecutions", reserved));
    }

    WireResponse get(Route.Call call) {
        ObjectNode output = JsonText.object();
        lambda.concurrency()
                .reserved(call.variable("function"))
                .ifPresent(reserved -> output.put("ReservedConcurrentExecutions", reserved));
        return WireResponse.json(200, output);
    }

    WireResponse delete(Route.Call call) {
        lambda.concurrency().release(call.variable("function"));
        return WireResponse.empty(204);
    }

    /** Returns an empty list: the embedded AWS does not support provisioned concurrency. */
    WireResponse listProvisioned(Route.Call call) {
        lambda.functions().get(call.variable("function"));
        List<ObjectNode> none = List.of();
        return WireResponse.json(
                200, call.page("ProvisionedConcurrencyConfigs", none, 50, "MaxItems", "Marker", "NextMarker"));
    }

    WireResponse account(Route.Call call) {
        Concurrency concurrency = lambda.concurrency();
        List<FunctionConfiguration> functions = lambda.functions().list();
        ObjectNode output = JsonText.object();
        output.putObject("AccountLimit")
                .put("TotalCodeSize", CODE_TOTAL)
                .put("CodeSizeUnzipped", CODE_UNZIPPED)
                .put("CodeSizeZipped", CODE_ZIPPED)
                .put("ConcurrentExecutions", concurrency.limit())
                .put("UnreservedConcurrentExecutions", concurrency.unreserved());
        output.putObject("AccountUsage")
                .put(
                        "TotalCodeSize",
                        functions.stream()
                                .mapToLong(ConcurrencyOperations::codeSize)
                                .sum())
                .put("FunctionCount", functions.size());
        return WireResponse.json(200, output);
    }

    private static long codeSize(FunctionConfiguration function) {
        return function.definition().code() == null
                ? 0
                : function.definition().code().size();
    }
}
