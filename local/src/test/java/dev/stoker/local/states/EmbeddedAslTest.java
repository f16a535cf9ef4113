// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;

/** The cases of ASL semantics on the embedded Step Functions, in virtual time. */
final class EmbeddedAslTest extends AslSemantics {

    private final VirtualTimeline timeline = new VirtualTimeline(1_795_360_800_000L);
    private final ScriptedLambda lambda = new ScriptedLambda(timeline);
    private final StepFunctions stepFunctions = TestStepFunctions.on(timeline, lambda.tasks(), ExecutionObserver.NONE);

    @Override
    JsonNode expected(AslCase asl) {
        asl.functions().forEach((name, script) -> lambda.with(name, script(script)));
        return asl.expected();
    }

    @Override
    String create(String name, String definition) {
        return stepFunctions
                .createStateMachine(name, "EXPRESS", definition, "arn:aws:iam::123456789012:role/asl")
                .arn();
    }

    @Override
    Ended run(String stateMachineArn, String input) {
        List<ExecutionResult> results = new ArrayList<>();
        stepFunctions.startSyncExecution(stateMachineArn, input, results::add);
        timeline.runUntilIdle();
        ExecutionResult result = results.get(0);
        return new Ended(result.status().name(), result.output(), result.error(), result.cause());
    }

    private static ScriptedLambda.Script script(JsonNode script) {
        return invocation -> {
            if (script.has("echo")) {
                return ScriptedLambda.answered(5, invocation.payload());
            }
            if (script.has("answerText")) {
                return ScriptedLambda.answered(5, script.get("answerText").asText());
            }
            if (script.has("answerOfSize")) {
                return ScriptedLambda.answered(
                        5, '"' + "x".repeat(script.get("answerOfSize").asInt() - 2) + '"');
            }
            if (script.has("error")) {
                return ScriptedLambda.failed(script.get("error").toString());
            }
            if (script.has("refused")) {
                return ScriptedLambda.refused(
                        script.get("refused").asText(),
                        script.get("message").asText(),
                        script.get("status").asInt());
            }
            return ScriptedLambda.NEVER;
        };
    }
}
