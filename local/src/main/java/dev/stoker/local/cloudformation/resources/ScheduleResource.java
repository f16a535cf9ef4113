// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Retries;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Scheduler::Schedule} of a state machine. */
final class ScheduleResource implements ResourceType {
    private static final Shape TARGET = Shape.fields(Map.of(
            "Arn!", Shape.SCALAR,
            "RoleArn!", Shape.SCALAR,
            "Input", Shape.SCALAR,
            "RetryPolicy",
                    Shape.fields(
                            Map.of("MaximumRetryAttempts", Shape.SCALAR, "MaximumEventAgeInSeconds", Shape.SCALAR)),
            "DeadLetterConfig", Shape.fields(Map.of("Arn", Shape.SCALAR))));
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "Name", Shape.SCALAR,
            "Description", Shape.SCALAR,
            "ScheduleExpression!", Shape.SCALAR,
            "ScheduleExpressionTimezone", Shape.SCALAR,
            "State", Shape.oneOf("ENABLED", "DISABLED"),
            "FlexibleTimeWindow!", Shape.fields(Map.of("Mode!", Shape.oneOf("OFF"))),
            "Target!", TARGET));

    private final AccountServices services;

    ScheduleResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::Scheduler::Schedule";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.nameFrom("Name", 64);
        services.schedules().create(definition(name, request));
        return new Deployed(
                name,
                Map.of("Arn", services.arn("scheduler", "schedule/default/" + name)),
                () -> services.schedules().delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "Name")) {
            return Optional.empty();
        }
        services.schedules().update(definition(there.physicalId(), request));
        return Optional.of(there);
    }

    private static ScheduleDefinition definition(String name, ResourceRequest request) {
        return new ScheduleDefinition(
                name,
                request.text("Description").orElse(""),
                request.required("ScheduleExpression"),
                request.text("ScheduleExpressionTimezone").orElse("UTC"),
                !request.text("State").equals(Optional.of("DISABLED")),
                target(request));
    }

    private static Target target(ResourceRequest request) {
        return new Target(
                request.required("Target.Arn"),
                request.required("Target.RoleArn"),
                request.text("Target.Input").orElse("{}"),
                new Retries(
                        request.number("Target.RetryPolicy.MaximumRetryAttempts", Retries.DEFAULT.attempts()),
                        request.number(
                                "Target.RetryPolicy.MaximumEventAgeInSeconds", Retries.DEFAULT.maximumAgeSeconds())),
                request.text("Target.DeadLetterConfig.Arn"));
    }
}
