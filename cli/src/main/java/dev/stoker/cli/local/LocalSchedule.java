// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.EmbeddedAws;
import java.util.Optional;

/** The schedule that infra/template.yaml made, paused until somebody wants it to tick. */
public final class LocalSchedule {
    private final EmbeddedAws aws;

    LocalSchedule(EmbeddedAws aws) {
        this.aws = aws;
    }

    /** Lets it tick from now on, the first time at once, with the input that the template gave it. */
    public void enable() {
        aws.change(() -> aws.account().startSchedule(Optional.empty()));
    }

    /** Lets it tick from now on, the first time at once, with another input. */
    public void enable(String input) {
        aws.change(() -> aws.account().startSchedule(Optional.of(input)));
    }

    /** Pauses it; what it has started goes on. To be called within an event. */
    public void pause() {
        aws.account().pauseSchedule();
    }

    /** When it ticks, such as rate(4 minutes). */
    public String expression() {
        return aws.call(() -> aws.account().schedule());
    }
}
