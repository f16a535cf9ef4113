// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Retries;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Target;
import dev.stoker.local.scheduler.Schedules.ScheduleDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EventBridge Scheduler's protocol: schedules of the group {@code default} that start state machines. */
final class SchedulerApi {
    private static final String GROUP = "default";
    private static final String SCHEDULE = "/schedules/{name}";
    private static final Set<String> FIELDS = Set.of(
            "ClientToken",
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "State",
            "Target");
    private static final Set<String> TARGET_FIELDS =
            Set.of("Arn", "RoleArn", "Input", "RetryPolicy", "DeadLetterConfig");

    private final Schedules schedules;

    private SchedulerApi(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Creates the protocol of these schedules. */
    static RestApi of(Schedules schedules) {
        SchedulerApi api = new SchedulerApi(schedules);
        return new RestApi(
                "scheduler",
                SchedulerApi::serves,
                List.of(
                        Route.of("CreateSchedule", "POST", SCHEDULE, api::create),
                        Route.of("GetSchedule", "GET", SCHEDULE, api::get).asking("groupName"),
                        Route.of("UpdateSchedule", "PUT", SCHEDULE, api::update),
                        Route.of("DeleteSchedule", "DELETE", SCHEDULE, api::delete)
                                .asking("groupName", "clientToken"),
                        Route.of("ListSchedules", "GET", "/schedules", api::list)
                                .asking("ScheduleGroup", "NamePrefix", "State", "MaxResults", "NextToken")),
                SchedulerApi::refusal);
    }

    private static boolean serves(WireRequest request) {
        return request.signedFor().filter("scheduler"::equals).isPresent();
    }

    private static WireResponse refusal(AwsError error) {
        return WireResponse.json(error.status(), JsonText.object().put("Message", error.getMessage()))
                .with("x-amzn-ErrorType", error.code());
    }

    private WireResponse create(Route.Call call) {
        ScheduleDefinition definition = definition("CreateSchedule", call);
        schedules.create(definition);
        return arn(definition.name());
    }

    /** Replaces the whole schedule. Values that are not set get their defaults, as on AWS. */
    private WireResponse update(Route.Call call) {
        ScheduleDefinition definition = definition("UpdateSchedule", call);
        schedules.update(definition);
        return arn(definition.name());
    }

    private WireResponse arn(String name) {
        return WireResponse.json(200, JsonText.object().put("ScheduleArn", schedules.arn(name)));
    }

    private WireResponse delete(Route.Call call) {
        refuseOtherGroups(call.query("groupName"));
        schedules.delete(call.variable("name"));
        return WireResponse.json(200, JsonText.object());
    }

    private WireResponse get(Route.Call call) {
        refuseOtherGroups(call.query("groupName"));
        return WireResponse.json(200, described(schedules.get(call.variable("name"))));
    }

    private WireResponse list(Route.Call call) {
        refuseOtherGroups(call.query("ScheduleGroup"));
        String prefix = call.query("NamePrefix").orElse("");
        Optional<String> state = call.query("State");
        List<ObjectNode> found = schedules.list().stream()
                .filter(one -> one.definition().name().startsWith(prefix))
                .filter(one -> state.isEmpty() || state(one.definition()).equals(state.get()))
                .map(one -> {
                    ObjectNode row = JsonText.object();
                    name(row, one);
                    row.putObject("Target").put("Arn", one.definition().target().arn());
                    return row;
                })
                .toList();
        return WireResponse.json(200, call.page("Schedules", found, 100, "MaxResults", "NextToken", "NextToken"));
    }

    private void name(ObjectNode row, ScheduleDescription one) {
        row.put("Arn", schedules.arn(one.definition().name()))
                .put("GroupName", GROUP)
                .put("Name", one.definition().name())
                .put("State", state(one.definition()))
                .put("CreationDate", JsonText.seconds(one.createdAt()))
                .put("LastModificationDate", JsonText.seconds(one.modifiedAt()));
    }

    private ObjectNode described(ScheduleDescription schedule) {
        ScheduleDefinition definition = schedule.definition();
        ObjectNode json = JsonText.object();
        name(json, schedule);
        json.put("ScheduleExpression", definition.expression())
                .put("ScheduleExpressionTimezone", definition.timezone())
                .put("ActionAfterCompletion", "NONE");
        if (!definition.description().isEmpty()) {
            json.put("Description", definition.description());
        }
        json.putObject("FlexibleTimeWindow").put("Mode", "OFF");
        Target target = definition.target();
        ObjectNode starts = json.putObject("Target")
                .put("Arn", target.arn())
                .put("RoleArn", target.roleArn())
                .put("Input", target.input());
        starts.putObject("RetryPolicy")
                .put("MaximumRetryAttempts", target.retries().attempts())
                .put("MaximumEventAgeInSeconds", target.retries().maximumAgeSeconds());
        target.deadLetterArn()
                .ifPresent(queue -> starts.putObject("DeadLetterConfig").put("Arn", queue));
        return json;
    }

    private static ScheduleDefinition definition(String operation, Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text()).allowing(operation, FIELDS);
        refuseOtherGroups(input.text("GroupName"));
        String mode = input.node().path("FlexibleTimeWindow").path("Mode").asText();
        if (!mode.equals("OFF")) {
            throw invalid("FlexibleTimeWindow.Mode: must be OFF on the embedded AWS, got " + mode + ".");
        }
        String state = input.text("State").orElse("ENABLED");
        if (!Set.of("ENABLED", "DISABLED").contains(state)) {
            throw invalid("State: must be ENABLED or DISABLED, got " + state + ".");
        }
        return new ScheduleDefinition(
                call.variable("name"),
                input.text("Description").orElse(""),
                input.required("ScheduleExpression"),
                input.text("ScheduleExpressionTimezone").orElse("UTC"),
                state.equals("ENABLED"),
                target(operation, new JsonInput(input.node().path("Target"))));
    }

    private static Target target(String operation, JsonInput target) {
        target.allowing(operation + " Target", TARGET_FIELDS);
        JsonNode retries = target.node().path("RetryPolicy");
        return new Target(
                target.required("Arn"),
                target.required("RoleArn"),
                target.text("Input").orElse("{}"),
                new Retries(
                        retries.path("MaximumRetryAttempts").asInt(Retries.DEFAULT.attempts()),
                        retries.path("MaximumEventAgeInSeconds").asInt(Retries.DEFAULT.maximumAgeSeconds())),
                Optional.ofNullable(
                        target.node().path("DeadLetterConfig").path("Arn").asText(null)));
    }

    private static String state(ScheduleDefinition definition) {
        return definition.enabled() ? "ENABLED" : "DISABLED";
    }

    private static void refuseOtherGroups(Optional<String> group) {
        group.filter(other -> !other.equals(GROUP)).ifPresent(other -> {
            throw new AwsError(
                    "ResourceNotFoundException",
                    404,
                    "Schedule group " + other + " does not exist: the embedded AWS has only the group default.");
        });
    }

    private static AwsError invalid(String message) {
        return new AwsError("ValidationException", message);
    }
}
