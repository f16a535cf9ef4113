// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The account's schedules, which tick on the timeline. Call the methods within its events. */
public final class Schedules {
    private final Timeline timeline;
    private final Account account;
    private final ScheduleTarget target;
    private final DeadLetters deadLetters;
    private final long minuteMillis;
    private final boolean ticking;
    private final Consumer<Throwable> failures;
    private final Map<String, Running> byName = new TreeMap<>();

    /** A schedule and its next tick. */
    private static final class Running {
        private final ScheduleDefinition definition;
        private final ScheduleExpression expression;
        private final long createdAt;
        private final long modifiedAt;
        private Timeline.Cancellable nextTick = () -> {};
        private OptionalLong nextTickAt = OptionalLong.empty();

        Running(ScheduleDefinition definition, ScheduleExpression expression, long createdAt, long modifiedAt) {
            this.definition = definition;
            this.expression = expression;
            this.createdAt = createdAt;
            this.modifiedAt = modifiedAt;
        }

        ScheduleDescription described() {
            return new ScheduleDescription(definition, createdAt, modifiedAt, nextTickAt);
        }
    }

    /**
     * Creates the service without schedules.
     *
     * @param account the account
     * @param deadLetters receives the ticks that could not start their target
     * @param minuteMillis how long a minute of a rate lasts: 60,000, or less to save time
     * @param ticking false to disable all ticks
     * @param failures receives the reason if a tick could not start its target
     */
    public Schedules(
            Timeline timeline,
            Account account,
            ScheduleTarget target,
            DeadLetters deadLetters,
            long minuteMillis,
            boolean ticking,
            Consumer<Throwable> failures) {
        this.timeline = timeline;
        this.account = account;
        this.target = target;
        this.deadLetters = deadLetters;
        this.minuteMillis = minuteMillis;
        this.ticking = ticking;
        this.failures = failures;
    }

    /**
     * Creates a schedule. If it is enabled, it ticks from now on.
     *
     * @throws AwsError ConflictException if the name exists; ValidationException for its expression or time zone
     */
    public void create(ScheduleDefinition definition) {
        if (byName.containsKey(definition.name())) {
            throw new AwsError("ConflictException", 409, "Schedule " + definition.name() + " already exists.");
        }
        start(definition, timeline.nowMillis());
    }

    private void start(ScheduleDefinition definition, long createdAt) {
        if (!definition.target().arn().matches("arn:[^:]+:states:[^:]+:\\d{12}:stateMachine:.+")) {
            throw new AwsError(
                    "ValidationException",
                    "Target.Arn: the embedded AWS starts state machines and nothing else, got "
                            + definition.target().arn() + ". Deploy to AWS for other targets.");
        }
        Running schedule = new Running(
                definition,
                ScheduleExpression.parse(definition.expression(), definition.timezone(), minuteMillis),
                createdAt,
                timeline.nowMillis());
        byName.put(definition.name(), schedule);
        if (ticking && definition.enabled()) {
            tickAt(schedule, schedule.expression.first(timeline.nowMillis()));
        }
    }

    /**
     * Updates a schedule. If it is enabled, it ticks from now on like a new one.
     *
     * @throws AwsError ResourceNotFoundException; ValidationException for its expression or time zone
     */
    public void update(ScheduleDefinition definition) {
        Running before = named(definition.name());
        start(definition, before.createdAt);
        before.nextTick.cancel();
    }

    /**
     * Deletes a schedule.
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
    public ScheduleDescription get(String name) {
        return named(name).described();
    }

    /** All schedules by name. */
    public List<ScheduleDescription> list() {
        return byName.values().stream().map(Running::described).toList();
    }

    /** The protocol of the service. */
    public Api endpoint() {
        return SchedulerApi.of(this);
    }

    private void tickAt(Running schedule, OptionalLong instant) {
        schedule.nextTickAt = instant;
        instant.ifPresent(at -> schedule.nextTick = timeline.at(at, () -> tick(schedule, at)));
    }

    private void tick(Running schedule, long at) {
        tickAt(schedule, schedule.expression.next(at));
        try {
            target.start(
                    schedule.definition.target().arn(),
                    schedule.definition.target().input());
        } catch (AwsError refused) {
            bury(schedule.definition, at, refused);
            failures.accept(new AwsError(
                    refused.code(),
                    "a tick of " + schedule.definition.name() + " was lost: "
                            + schedule.definition.target().arn() + " could not be started: " + refused.code() + ": "
                            + refused.getMessage()));
        } catch (RuntimeException e) {
            failures.accept(
                    new IllegalStateException("a tick of " + schedule.definition.name() + " was lost: " + e, e));
        }
    }

    private void bury(ScheduleDefinition lost, long at, AwsError refused) {
        lost.target().deadLetterArn().ifPresent(queue -> {
            DeadLetter letter = DeadLetter.of(lost, arn(lost.name()), at, refused);
            deadLetters.send(queue, letter.body(), letter.attributes());
        });
    }

    /** The ARN of a schedule with this name. */
    String arn(String name) {
        return account.arn("scheduler", "schedule/default/" + name);
    }

    /** Receives the ticks that could not start their target. */
    @FunctionalInterface
    public interface DeadLetters {
        /**
         * Sends a message to a queue.
         *
         * @param queueArn the ARN of the queue
         * @param attributes string attributes by name
         * @return false if the queue does not exist
         */
        boolean send(String queueArn, String body, Map<String, String> attributes);
    }

    /**
     * The description of a schedule.
     *
     * @param definition its current definition
     * @param createdAt milliseconds since the epoch
     * @param modifiedAt milliseconds since the epoch
     * @param nextTickAt milliseconds since the epoch; empty if it does not tick
     */
    public record ScheduleDescription(
            ScheduleDefinition definition, long createdAt, long modifiedAt, OptionalLong nextTickAt) {}

    /** The target of ticks. */
    @FunctionalInterface
    public interface ScheduleTarget {
        /**
         * Starts something without waiting for it; runs on the timeline.
         *
         * @param arn the schedule's target
         * @param input JSON
         * @throws RuntimeException if it cannot be started; the tick is lost
         */
        void start(String arn, String input);
    }

    /**
     * The definition of a schedule.
     *
     * @param name unique in the account
     * @param description for people; empty for none
     * @param expression {@code rate(...)} or {@code cron(...)}
     * @param timezone the IANA time zone of a cron expression
     * @param enabled whether it ticks
     * @param target what it starts
     */
    public record ScheduleDefinition(
            String name, String description, String expression, String timezone, boolean enabled, Target target) {

        /** A schedule in UTC that ticks. */
        public static ScheduleDefinition of(String name, String expression, Target target) {
            return new ScheduleDefinition(name, "", expression, "UTC", true, target);
        }

        /** The same, enabled or disabled. */
        public ScheduleDefinition with(boolean ticks) {
            return new ScheduleDefinition(name, description, expression, timezone, ticks, target);
        }

        /** The same with another input of its target. */
        public ScheduleDefinition withInput(String input) {
            Target changed =
                    new Target(target.arn(), target.roleArn(), input, target.retries(), target.deadLetterArn());
            return new ScheduleDefinition(name, description, expression, timezone, enabled, changed);
        }

        /**
         * The target of a schedule.
         *
         * @param arn the ARN of a state machine
         * @param roleArn the role that AWS uses; the embedded AWS does not check permissions
         * @param input the input, JSON
         * @param retries stored without effect, because the embedded AWS never retries
         * @param deadLetterArn the queue for ticks that could not start their target; empty for none
         */
        public record Target(
                String arn, String roleArn, String input, Retries retries, Optional<String> deadLetterArn) {}

        /**
         * AWS's retries of a tick.
         *
         * @param attempts 0 to 185
         * @param maximumAgeSeconds 60 to 86,400
         */
        public record Retries(int attempts, int maximumAgeSeconds) {
            /** AWS's defaults. Source: EventBridge Scheduler API reference, RetryPolicy. */
            public static final Retries DEFAULT = new Retries(185, 86_400);
        }
    }
}
