// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.EmbeddedAws;
import java.util.Optional;

/** The schedule of infra/template.yaml, paused until it is enabled. */
public final class LocalSchedule {
    private final EmbeddedAws aws;

    LocalSchedule(EmbeddedAws aws) {
        this.aws = aws;
    }

    /** Enables the schedule with the template's input. The first tick is at once. */
    public void enable() {
        aws.change(() -> aws.account().startSchedule(Optional.empty()));
    }

    /** Enables the schedule with another input. The first tick is at once. */
    public void enable(String input) {
        aws.change(() -> aws.account().startSchedule(Optional.of(input)));
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
