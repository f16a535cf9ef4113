// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The operation Invoke.
 *
 * @param lambda the service
 */
record InvokeOperation(LambdaService lambda) implements Route.Body {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Map<String, InvocationType> TYPES = Map.of(
            "RequestResponse", InvocationType.REQUEST_RESPONSE,
            "Event", InvocationType.EVENT,
            "DryRun", InvocationType.DRY_RUN);

    @Override
    public void answer(Route.Call call, Consumer<WireResponse> reply) {
        String name = call.request().header("X-Amz-Invocation-Type").orElse("RequestResponse");
        InvocationType type = TYPES.get(name);
        if (type == null) {
            throw Refusals.invalid("InvocationType: must be one of RequestResponse, Event, DryRun, got " + name + ".");
        }
        boolean tail =
                call.request().header("X-Amz-Log-Type").filter("Tail"::equals).isPresent();
        Payload payload = Payload.of(call.request().body());
        lambda.invoke(
                new InvokeRequest(call.variable("function"), call.query("Qualifier"), payload, type, tail)
                        .withClientContext(
                                call.request().header("X-Amz-Client-Context").map(InvokeOperation::context)),
                outcome -> reply.accept(response(outcome, tail)));
    }

    /** JSON on one line of ASCII, because it becomes a header. */
    private static String context(String base64) {
        try {
            JsonNode context = JSON.readTree(Base64.getDecoder().decode(base64));
            if (context.isObject()) {
                return JSON.writeValueAsString(context);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // The same remedy.
        }
        throw Refusals.invalid("ClientContext: must be a JSON object in Base64, got " + base64 + ".");
    }

    private static WireResponse response(InvokeOutcome outcome, boolean tail) {
        if (outcome instanceof InvokeOutcome.Answered answered) {
            String log = Base64.getEncoder().encodeToString(answered.log().bytes());
            return WireResponse.of(200, "application/json", answered.payload().bytes())
                    .with("X-Amz-Executed-Version", answered.executedVersion())
                    .with("X-Amz-Function-Error", answered.functionError() ? "Unhandled" : null)
                    .with("X-Amz-Log-Result", tail ? log : null);
        }
        if (outcome instanceof InvokeOutcome.Refused refused) {
            return LambdaApi.refusal(refused.error());
        }
        if (outcome instanceof InvokeOutcome.Permitted permitted) {
            return WireResponse.empty(204).with("X-Amz-Executed-Version", permitted.executedVersion());
        }
        return WireResponse.empty(202);
    }
}
