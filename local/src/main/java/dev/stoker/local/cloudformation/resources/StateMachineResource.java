// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.states.StepFunctions.Logging;
import dev.stoker.local.states.run.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Serverless::StateMachine}: its definition is a file with substitutions. */
final class StateMachineResource implements ResourceType {
    private static final int LONGEST_NAME = 80;
    private static final Shape DESTINATION =
            Shape.fields(Map.of("CloudWatchLogsLogGroup!", Shape.fields(Map.of("LogGroupArn!", Shape.SCALAR))));
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "Type!", Shape.oneOf("EXPRESS"),
            "Name", Shape.SCALAR,
            "DefinitionUri!",
                    Shape.textOr(Shape.fields(
                            Map.of("Bucket!", Shape.SCALAR, "Key!", Shape.SCALAR, "Version", Shape.SCALAR))),
            "DefinitionSubstitutions", Shape.mapOf(Shape.SCALAR),
            "Role!", Shape.SCALAR,
            "Tracing", Shape.fields(Map.of("Enabled", Shape.SCALAR)),
            "Logging",
                    Shape.fields(Map.of(
                            "Level", Shape.oneOf("ALL", "ERROR", "FATAL", "OFF"),
                            "IncludeExecutionData", Shape.SCALAR,
                            "Destinations", Shape.listOf(DESTINATION)))));

    private final AccountServices services;

    StateMachineResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::StepFunctions::StateMachine";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "Name");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.text("Name").orElseGet(() -> request.names().withoutStack(request.logicalId()));
        if (name.length() > LONGEST_NAME) {
            throw new AwsError(
                    "ValidationError", "Name: must be at most " + LONGEST_NAME + " characters, got " + name + ".");
        }
        StateMachine machine = services.stepFunctions()
                .createStateMachine(
                        name,
                        request.required("Type"),
                        definition(request),
                        request.required("Role"),
                        logging(request));
        return new Deployed(
                machine.arn(),
                Map.of("Arn", machine.arn(), "Name", name),
                () -> services.stepFunctions().deleteStateMachine(machine.arn()));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "Name", "Type")) {
            return Optional.empty();
        }
        services.stepFunctions()
                .updateStateMachine(
                        there.physicalId(), definition(request), request.required("Role"), logging(request));
        return Optional.of(there);
    }

    private static Logging logging(ResourceRequest request) {
        return new Logging(
                request.text("Logging.Level").orElse("OFF"),
                request.at("Logging.IncludeExecutionData").asBoolean(false),
                logGroups(request),
                request.at("Tracing.Enabled").asBoolean(false));
    }

    private static String definition(ResourceRequest request) {
        String text = new String(request.artifacts().read("DefinitionUri", request.at("DefinitionUri")), UTF_8);
        for (Map.Entry<String, String> one :
                request.texts("DefinitionSubstitutions").entrySet()) {
            text = text.replace("${" + one.getKey() + "}", one.getValue());
        }
        return text;
    }

    private static List<String> logGroups(ResourceRequest request) {
        List<String> groups = new ArrayList<>();
        request.at("Logging.Destinations")
                .forEach(destination -> groups.add(destination
                        .path("CloudWatchLogsLogGroup")
                        .path("LogGroupArn")
                        .asText()));
        return groups;
    }
}
