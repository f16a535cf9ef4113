// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.states.StepFunctions.Logging;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.List;

/** The operations for state machines. */
final class StateMachineOperations {
    private final StepFunctions stepFunctions;
    private final Timeline timeline;

    StateMachineOperations(StepFunctions stepFunctions, Timeline timeline) {
        this.stepFunctions = stepFunctions;
        this.timeline = timeline;
    }

    JsonNode create(JsonInput input) {
        StateMachine machine = stepFunctions.createStateMachine(
                input.required("name"),
                input.text("type"),
                input.required("definition"),
                input.required("roleArn"),
                logging(input.node().path("loggingConfiguration")));
        return JsonText.object()
                .put("stateMachineArn", machine.arn())
                .put("creationDate", JsonText.seconds(machine.creationMillis()));
    }

    private static Logging logging(JsonNode configuration) {
        List<String> groups = new ArrayList<>();
        configuration
                .path("destinations")
                .forEach(destination -> groups.add(destination
                        .path("cloudWatchLogsLogGroup")
                        .path("logGroupArn")
                        .asText()));
        return new Logging(configuration.path("level").asText("OFF"), groups);
    }

    JsonNode update(JsonInput input) {
        stepFunctions.updateStateMachine(
                input.required("stateMachineArn"), input.text("definition"), input.text("roleArn"));
        return JsonText.object().put("updateDate", JsonText.seconds(timeline.nowMillis()));
    }

    JsonNode describe(JsonInput input) {
        StateMachine machine = stepFunctions.describeStateMachine(input.required("stateMachineArn"));
        ObjectNode output = summary(machine)
                .put("status", machine.status())
                .put("definition", machine.definitionText())
                .put("roleArn", machine.roleArn());
        output.putObject("tracingConfiguration").put("enabled", false);
        return output;
    }

    JsonNode list(JsonInput input) {
        ObjectNode output = JsonText.object();
        ArrayNode machines = output.putArray("stateMachines");
        stepFunctions.listStateMachines().forEach(machine -> machines.add(summary(machine)));
        return output;
    }

    private static ObjectNode summary(StateMachine machine) {
        return JsonText.object()
                .put("stateMachineArn", machine.arn())
                .put("name", machine.name())
                .put("type", machine.type().name())
                .put("creationDate", JsonText.seconds(machine.creationMillis()));
    }

    JsonNode delete(JsonInput input) {
        stepFunctions.deleteStateMachine(input.required("stateMachineArn"));
        return JsonText.object();
    }

    JsonNode validate(JsonInput input) {
        List<Problem> problems = stepFunctions.validateStateMachineDefinition(input.required("definition"));
        ObjectNode output = JsonText.object()
                .put("result", problems.isEmpty() ? "OK" : "FAIL")
                .put("truncated", false);
        ArrayNode diagnostics = output.putArray("diagnostics");
        problems.forEach(problem -> diagnostics
                .addObject()
                .put("severity", "ERROR")
                .put("code", problem.code())
                .put("message", problem.message())
                .put("location", problem.path()));
        return output;
    }
}
