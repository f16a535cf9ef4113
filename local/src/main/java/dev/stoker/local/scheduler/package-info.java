// SPDX-License-Identifier: Apache-2.0
/**
 * EventBridge Scheduler: schedules that start state machines, by rate or by cron in a time zone.
 *
 * <p>Comes in: schedules, from a template or by {@code SchedulerApi}, its protocol. Goes out: starts of targets. A tick
 * is at the first instant of its minute; on AWS it may be at any time within the minute. Must not know state machines.
 * Start reading at {@link dev.stoker.local.scheduler.Schedules}.
 */
package dev.stoker.local.scheduler;
