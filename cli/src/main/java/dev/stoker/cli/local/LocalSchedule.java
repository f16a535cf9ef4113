// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import dev.stoker.local.EmbeddedAccount.SchedulePlan;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schedule of infra/template.yaml, paused until it is enabled. */
public final class LocalSchedule {
    private final EmbeddedAws aws;
    private final DeployedStack stack;
    private final String function;

    LocalSchedule(EmbeddedAws aws, DeployedStack stack, String function) {
        this.aws = aws;
        this.stack = stack;
        this.function = function;
    }

    /** Enables the schedule by a stack update with {@code ScheduleState=ENABLED}. The first tick is at once. */
    public void enable() {
        stack.update(Map.of("ScheduleState", "ENABLED"));
    }

    /**
     * Enables or disables the schedule with another number of environments, by UpdateSchedule and outside of the stack: its parameters
     * cannot set the number of the sample's environments. If it is enabled, the first tick is at once. Do not call this within an event.
     *
     * @param concurrency environments of the function to keep warm
     */
    public void update(boolean enabled, int concurrency) {
        aws.change(() -> aws.account().updateSchedule(enabled, input(concurrency)));
    }

    /**
     * Enables or pauses the schedule by UpdateSchedule and outside of the stack. If it is enabled, the first tick is at once. Do not call
     * this within an event.
     */
    public void enable(boolean enabled) {
        aws.change(() ->
                aws.account().updateSchedule(enabled, aws.account().schedule().input()));
    }

    /** Pauses the schedule. Running cycles continue. Call this within an event. */
    public void pause() {
        aws.account().updateSchedule(false, aws.account().schedule().input());
    }

    /** Its expression, such as rate(4 minutes). */
    public String expression() {
        return plan().expression();
    }

    /** What it does now and when it ticks next. Do not call this within an event. */
    public SchedulePlan plan() {
        return aws.call(() -> aws.account().schedule());
    }

    /** The number of environments of the function that its cycles keep warm; 0 if its input has no such number. */
    public int concurrency(SchedulePlan plan) {
        return Json.read(plan.input(), Input.class)
                .map(Input::targets)
                .flatMap(targets -> targets.stream()
                        .filter(target -> function.equals(target.function()))
                        .findFirst())
                .map(target -> target.concurrency().asInt(0))
                .orElse(0);
    }

    /** The input of a cycle that warms the function alone. */
    String input(int concurrency) {
        ObjectNode input = Json.object();
        input.putArray("targets").addObject().put("function", function).put("concurrency", concurrency);
        return input.toString();
    }

    /** The part of a cycle's input that this class reads. */
    private record Input(@Nullable List<ScheduledTarget> targets) {
        private record ScheduledTarget(@Nullable String function, JsonNode concurrency) {}
    }
}
