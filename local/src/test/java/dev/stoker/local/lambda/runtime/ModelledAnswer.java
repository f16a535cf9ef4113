// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.FunctionDefinition;
import dev.stoker.local.lambda.InvokeOutcome;
import dev.stoker.local.lambda.InvokeRequest;
import dev.stoker.local.lambda.LambdaObserver;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.lambda.LambdaSettings;
import dev.stoker.local.lambda.RealLambda;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;

/** What the model of the sleep task answers. */
final class ModelledAnswer {
    private ModelledAnswer() {}

    /** The names of its fields, in their order. */
    static List<String> fields() {
        VirtualTimeline timeline = new VirtualTimeline(0);
        LambdaService lambda = new LambdaService(
                timeline,
                LambdaSettings.with(Faults.none(1)),
                new ModelledRuntimes(timeline, InitModel.fixed(100), UserModel.SAMPLE, 1),
                LambdaObserver.NONE);
        lambda.functions().create(FunctionDefinition.of("f", "java17", "com.acme.App", null));
        List<InvokeOutcome> outcomes = new ArrayList<>();
        lambda.invoke(
                InvokeRequest.of("f", Payload.of("{\"stoker\":{\"version\":1,\"holdUntil\":0,\"holdMillis\":1}}")),
                outcomes::add);
        timeline.runUntilIdle();
        List<String> names = new ArrayList<>();
        RealLambda.json(((InvokeOutcome.Answered) outcomes.get(0)).payload())
                .path("stoker")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
