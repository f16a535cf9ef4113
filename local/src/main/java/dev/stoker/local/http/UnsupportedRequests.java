// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers requests that no service supports, with an error that names them. */
final class UnsupportedRequests implements Api {
    private final String covered;

    UnsupportedRequests(List<Api> apis) {
        this.covered = apis.stream().map(Api::service).collect(Collectors.joining(", "));
    }

    @Override
    public String service() {
        return "none";
    }

    @Override
    public boolean serves(WireRequest request) {
        return true;
    }

    @Override
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        String operation = request.header("X-Amz-Target").orElse(request.method() + " " + request.path());
        String service = request.signedFor().map(name -> name + " ").orElse("");
        throw new AwsError(
                "UnknownOperationException",
                service + operation + ": the embedded AWS does not cover it. It covers parts of " + covered + ".");
    }

    /** In the format of the request's protocol: XML for a form, otherwise JSON. */
    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        WireResponse response = QueryApi.isForm(request)
                ? WireResponse.xml(error.status(), QueryApi.error(request, error, null))
                : WireResponse.json(
                        error.status(),
                        JsonText.object().put("__type", error.code()).put("message", error.getMessage()));
        return response.with("x-amzn-ErrorType", error.code()).with("x-amzn-RequestId", request.id());
    }
}
