// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The account's schedules, ticking on the timeline. To be called within its events. */
public final class Schedules {
    private final Timeline timeline;
    private final ScheduleTarget target;
    private final long minuteMillis;
    private final boolean ticking;
    private final Consumer<Throwable> failures;
    private final Map<String, Running> byName = new TreeMap<>();

    /** A schedule and its next tick. */
    private static final class Running {
        private final ScheduleDefinition definition;
        private final ScheduleExpression expression;
        private Timeline.Cancellable nextTick = () -> {};

        Running(ScheduleDefinition definition, ScheduleExpression expression) {
            this.definition = definition;
            this.expression = expression;
        }
    }

    /**
     * No schedule yet.
     *
     * @param minuteMillis how long a minute of a rate lasts: 60,000, less where time is to fly
     * @param ticking false keeps all schedules from ever starting anything
     * @param failures is told why a tick could start nothing
     */
    public Schedules(
            Timeline timeline,
            ScheduleTarget target,
            long minuteMillis,
            boolean ticking,
            Consumer<Throwable> failures) {
        this.timeline = timeline;
        this.target = target;
        this.minuteMillis = minuteMillis;
        this.ticking = ticking;
        this.failures = failures;
    }

    /**
     * Creates a schedule; if it is enabled, it ticks from now on.
     *
     * @throws AwsError ConflictException if there is one of that name; ValidationException for its expression or time zone
     */
    public void create(ScheduleDefinition definition) {
        if (byName.containsKey(definition.name())) {
            throw new AwsError("ConflictException", 409, "Schedule " + definition.name() + " already exists.");
        }
        Running schedule = new Running(
                definition, ScheduleExpression.parse(definition.expression(), definition.timezone(), minuteMillis));
        byName.put(definition.name(), schedule);
        if (ticking && definition.enabled()) {
            tickAt(schedule, schedule.expression.first(timeline.nowMillis()));
        }
    }

    /**
     * Changes a schedule; if it is enabled, it ticks from now on as it would if it were new.
     *
     * @throws AwsError ResourceNotFoundException; ValidationException for its expression or time zone
     */
    public void update(ScheduleDefinition definition) {
        named(definition.name());
        ScheduleExpression.parse(definition.expression(), definition.timezone(), minuteMillis);
        delete(definition.name());
        create(definition);
    }

    /**
     * Removes a schedule.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public void delete(String name) {
        named(name).nextTick.cancel();
        byName.remove(name);
    }

    private Running named(String name) {
        Running schedule = byName.get(name);
        if (schedule == null) {
            throw new AwsError("ResourceNotFoundException", 404, "Schedule " + name + " does not exist.");
        }
        return schedule;
    }

    /**
     * A schedule by its name.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public ScheduleDefinition get(String name) {
        return named(name).definition;
    }

    /** All schedules by name. */
    public List<ScheduleDefinition> list() {
        return byName.values().stream().map(schedule -> schedule.definition).toList();
    }

    private void tickAt(Running schedule, OptionalLong instant) {
        instant.ifPresent(at -> schedule.nextTick = timeline.at(at, () -> tick(schedule, at)));
    }

    private void tick(Running schedule, long at) {
        tickAt(schedule, schedule.expression.next(at));
        try {
            target.start(schedule.definition.targetArn(), schedule.definition.input());
        } catch (AwsError refused) {
            failures.accept(new AwsError(
                    refused.code(),
                    "a tick of " + schedule.definition.name() + " was lost: " + schedule.definition.targetArn()
                            + " could not be started: " + refused.code() + ": " + refused.getMessage()));
        } catch (RuntimeException e) {
            failures.accept(
                    new IllegalStateException("a tick of " + schedule.definition.name() + " was lost: " + e, e));
        }
    }

    /**
     * A schedule as it is created.
     *
     * @param name unique in the account
     * @param expression {@code rate(...)} or {@code cron(...)}
     * @param timezone IANA name in which a cron expression is read
     * @param enabled whether it ticks
     * @param targetArn what it starts
     * @param input JSON that it is started with
     */
    public record ScheduleDefinition(
            String name, String expression, String timezone, boolean enabled, String targetArn, String input) {}

    /** What a tick starts. */
    @FunctionalInterface
    public interface ScheduleTarget {
        /**
         * Starts something without waiting for it; runs on the timeline.
         *
         * @param arn the schedule's target
         * @param input JSON
         * @throws RuntimeException if it cannot be started; the tick is then lost
         */
        void start(String arn, String input);
    }
}
