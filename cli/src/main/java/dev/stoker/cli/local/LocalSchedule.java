// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import java.util.Map;

/** The schedule of infra/template.yaml, paused until it is enabled. */
public final class LocalSchedule {
    private final EmbeddedAws aws;
    private final DeployedStack stack;

    LocalSchedule(EmbeddedAws aws, DeployedStack stack) {
        this.aws = aws;
        this.stack = stack;
    }

    /** Enables the schedule by a stack update with {@code ScheduleState=ENABLED}. The first tick is at once. */
    public void enable() {
        stack.update(Map.of("ScheduleState", "ENABLED"));
    }

    /**
     * Enables the schedule with another input, outside of the stack: its parameters cannot set the number of the sample's environments. The
     * first tick is at once.
     */
    public void enable(String input) {
        aws.change(() -> aws.account().startSchedule(input));
    }

    /** Pauses the schedule. Running cycles continue. Call this within an event. */
    public void pause() {
        aws.account().pauseSchedule();
    }

    /** Its expression, such as rate(4 minutes). */
    public String expression() {
        return aws.call(() -> aws.account().schedule());
    }
}
