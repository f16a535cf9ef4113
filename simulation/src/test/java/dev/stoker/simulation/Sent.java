// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import org.jspecify.annotations.Nullable;

/** A request of a user, and its result. */
public final class Sent {
    long sentAt = -1;
    long doneAt = -1;
    boolean meetsHeld;
    /** Null until it is answered. */
    @Nullable
    InvokeOutcome outcome;

    void answered(InvokeOutcome how, long atMillis) {
        outcome = how;
        doneAt = atMillis;
    }

    boolean succeeded() {
        return outcome instanceof InvokeOutcome.Answered answered && !answered.functionError();
    }

    boolean throttled() {
        return outcome instanceof InvokeOutcome.Refused refused
                && refused.error().isThrottle();
    }

    /** The time from the request to its answer. */
    long millis() {
        return doneAt - sentAt;
    }

    @Override
    public String toString() {
        return "sent at " + sentAt + ", done at " + doneAt + ": " + outcome;
    }
}
