// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.scheduler.ScheduleDefinition;
import dev.stoker.local.scheduler.Schedules;
import java.util.function.UnaryOperator;

/** The schedule that infra/template.yaml made, paused until somebody wants it to tick. */
public final class LocalSchedule {
    private final EmbeddedAws aws;

    LocalSchedule(EmbeddedAws aws) {
        this.aws = aws;
    }

    /** Lets it tick from now on, the first time at once, with the input that the template gave it. */
    public void enable() {
        change(old -> old.with(true));
    }

    /** Lets it tick from now on, the first time at once, with another input. */
    public void enable(String input) {
        change(old -> old.with(true).withInput(input));
    }

    /** Pauses it; what it has started goes on. To be called within an event. */
    public void pause() {
        replace(old -> old.with(false));
    }

    /** When it ticks, such as rate(4 minutes). */
    public String expression() {
        return aws.call(() -> definition(aws.services().schedules()).expression());
    }

    private void change(UnaryOperator<ScheduleDefinition> by) {
        aws.call(() -> replace(by));
    }

    private ScheduleDefinition replace(UnaryOperator<ScheduleDefinition> by) {
        Schedules schedules = aws.services().schedules();
        ScheduleDefinition changed = by.apply(definition(schedules));
        schedules.update(changed);
        return changed;
    }

    private static ScheduleDefinition definition(Schedules schedules) {
        return schedules.list().get(0).definition();
    }
}
