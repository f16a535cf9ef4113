// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;

/**
 * Holds the environment as a warm event asks, then gives its answer. Never throws: Lambda resets an environment whose
 * invocation failed.
 */
final class SleepTask {
    /** Milliseconds left to answer within the function's timeout. */
    private static final long ANSWER_MILLIS = 500;

    private final Environment environment;
    private final Settings settings;
    private final EnvironmentClock clock;

    SleepTask(Environment environment, Settings settings, EnvironmentClock clock) {
        this.environment = environment;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Serves one warm event.
     *
     * @param event read up to the colon after {@code "stoker"}
     * @return the answer's JSON
     */
    byte[] run(InputStream event, Context context) {
        Visit visit = environment.warmArrives();
        if (settings.holds()) {
            hold(HoldReader.read(event), context);
        }
        return visit.answer(environment.warmLeaves());
    }

    private void hold(HoldRequest request, Context context) {
        long asked = request.millisFrom(clock.now().epochMillis());
        long allowed = Math.min(settings.maxHoldMillis(), context.getRemainingTimeInMillis() - ANSWER_MILLIS);
        long millis = Math.min(asked, allowed);
        if (millis <= 0) {
            return;
        }
        try {
            clock.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ends the hold; whoever interrupts will look at the flag
        }
    }
}
