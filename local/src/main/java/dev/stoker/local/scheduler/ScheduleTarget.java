// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

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
