// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.InvocationType;
import dev.stoker.local.lambda.InvokeOutcome;
import dev.stoker.local.lambda.InvokeRequest;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.lambda.runtime.Payload;
import dev.stoker.local.states.LambdaInvoker;
import java.util.function.Consumer;

/**
 * How Task states reach Lambda.
 *
 * @param lambda what they reach
 */
record LambdaBridge(LambdaService lambda) implements LambdaInvoker {
    @Override
    public void invoke(Invocation invocation, Consumer<Outcome> reply) {
        InvokeRequest request = new InvokeRequest(
                invocation.function(),
                invocation.qualifier(),
                Payload.of(invocation.payload()),
                InvocationType.REQUEST_RESPONSE,
                false);
        lambda.invoke(request, outcome -> reply.accept(translated(outcome)));
    }

    private static Outcome translated(InvokeOutcome outcome) {
        if (outcome instanceof InvokeOutcome.Answered answered) {
            String payload = answered.payload().text();
            return answered.functionError()
                    ? new FunctionFailed(payload)
                    : new Answered(payload, 200, answered.executedVersion(), answered.requestId());
        }
        if (outcome instanceof InvokeOutcome.Refused refused) {
            return new Refused(
                    refused.error().code(),
                    refused.error().getMessage(),
                    refused.error().status(),
                    refused.requestId());
        }
        throw new IllegalStateException("an invocation that waits is answered or refused, got " + outcome);
    }
}
