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
import java.util.Optional;

/** The operations for state machines. */
final class StateMachineOperations {
    private final StateMachines machines;
    private final Timeline timeline;

    StateMachineOperations(StateMachines machines, Timeline timeline) {
        this.machines = machines;
        this.timeline = timeline;
    }

    JsonNode create(JsonInput input) {
        StateMachine machine = machines.create(
                input.required("name"),
                input.text("type").orElse("STANDARD"),
                input.required("definition"),
                input.required("roleArn"),
                logging(input.node(), Logging.OFF));
        return JsonText.object()
                .put("stateMachineArn", machine.arn())
                .put("creationDate", JsonText.seconds(machine.creationMillis()));
    }

    /** What a request says of logs and traces; what it does not say stays. */
    private static Logging logging(JsonNode request, Logging before) {
        JsonNode configuration = request.path("loggingConfiguration");
        boolean traces = request.path("tracingConfiguration").path("enabled").asBoolean(before.tracing());
        if (!configuration.isObject()) {
            return new Logging(before.level(), before.includeExecutionData(), before.groupArns(), traces);
        }
        List<String> groups = new ArrayList<>();
        configuration
                .path("destinations")
                .forEach(destination -> groups.add(destination
                        .path("cloudWatchLogsLogGroup")
                        .path("logGroupArn")
                        .asText()));
        return new Logging(
                configuration.path("level").asText("OFF"),
                configuration.path("includeExecutionData").asBoolean(false),
                List.copyOf(groups),
                traces);
    }

    JsonNode update(JsonInput input) {
        String arn = input.required("stateMachineArn");
        boolean logs = input.node().hasNonNull("loggingConfiguration");
        boolean traces = input.node().hasNonNull("tracingConfiguration");
        machines.update(
                arn,
                input.text("definition"),
                input.text("roleArn"),
                logs || traces ? Optional.of(logging(input.node(), machines.logging(arn))) : Optional.empty());
        return JsonText.object().put("updateDate", JsonText.seconds(timeline.nowMillis()));
    }

    JsonNode describe(JsonInput input) {
        StateMachine machine = machines.describe(input.required("stateMachineArn"));
        ObjectNode output = summary(machine)
                .put("status", machine.status())
                .put("definition", machine.definitionText())
                .put("roleArn", machine.roleArn());
        Logging logging = machines.logging(machine.arn());
        putLogging(output.putObject("loggingConfiguration"), logging);
        output.putObject("tracingConfiguration").put("enabled", logging.tracing());
        return output;
    }

    private static void putLogging(ObjectNode output, Logging logging) {
        output.put("level", logging.level()).put("includeExecutionData", logging.includeExecutionData());
        if (!logging.groupArns().isEmpty()) {
            ArrayNode destinations = output.putArray("destinations");
            logging.groupArns()
                    .forEach(arn -> destinations
                            .addObject()
                            .putObject("cloudWatchLogsLogGroup")
                            .put("logGroupArn", arn));
        }
    }

    JsonNode list(JsonInput input) {
        return Pages.page("stateMachines", machines.list(), input, StateMachineOperations::summary);
    }

    private static ObjectNode summary(StateMachine machine) {
        return JsonText.object()
                .put("stateMachineArn", machine.arn())
                .put("name", machine.name())
                .put("type", machine.type().name())
                .put("creationDate", JsonText.seconds(machine.creationMillis()));
    }

    JsonNode delete(JsonInput input) {
        machines.delete(input.required("stateMachineArn"));
        return JsonText.object();
    }

    JsonNode validate(JsonInput input) {
        List<Problem> problems = machines.validate(
                input.required("definition"), input.text("type").orElse("STANDARD"));
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
