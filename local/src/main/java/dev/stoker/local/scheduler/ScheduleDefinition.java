// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

/**
 * A schedule as it is created.
 *
 * @param name unique in the account
 * @param description for people; empty for none
 * @param expression {@code rate(...)} or {@code cron(...)}
 * @param timezone IANA name in which a cron expression is read
 * @param enabled whether it ticks
 * @param target what it starts
 */
public record ScheduleDefinition(
        String name, String description, String expression, String timezone, boolean enabled, Target target) {

    /** A schedule in UTC that ticks. */
    public static ScheduleDefinition of(String name, String expression, Target target) {
        return new ScheduleDefinition(name, "", expression, "UTC", true, target);
    }

    /** The same, ticking or not. */
    public ScheduleDefinition with(boolean ticks) {
        return new ScheduleDefinition(name, description, expression, timezone, ticks, target);
    }

    /** The same with another input of its target. */
    public ScheduleDefinition withInput(String input) {
        Target changed = new Target(target.arn(), target.roleArn(), input, target.retries(), target.deadLetterArn());
        return new ScheduleDefinition(name, description, expression, timezone, enabled, changed);
    }

    /**
     * What a schedule starts.
     *
     * @param arn of a state machine
     * @param roleArn the role by which AWS starts it; the embedded AWS checks no permission
     * @param input JSON that it is started with
     * @param retries kept and described; the embedded AWS tries once
     * @param deadLetterArn the queue for ticks that were lost, kept and described; null for none
     */
    public record Target(String arn, String roleArn, String input, Retries retries, String deadLetterArn) {}

    /**
     * How often AWS tries a tick again.
     *
     * @param attempts 0 to 185
     * @param maximumAgeSeconds 60 to 86,400
     */
    public record Retries(int attempts, int maximumAgeSeconds) {
        /** AWS's defaults. Source: EventBridge Scheduler API reference, RetryPolicy. */
        public static final Retries DEFAULT = new Retries(185, 86_400);
    }
}
