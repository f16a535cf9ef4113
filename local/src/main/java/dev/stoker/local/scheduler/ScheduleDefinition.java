// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

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
