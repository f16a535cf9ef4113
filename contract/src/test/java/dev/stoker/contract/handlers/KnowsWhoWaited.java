// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers whether a user waited for this environment: {@code "cold"} if the request was sent before the environment began its
 * INIT, otherwise {@code "warm"}, and the release, from the variable RELEASE. The event is the time at which it was sent,
 * epoch milliseconds, by the same clock. It works for a tenth of a second.
 */
public final class KnowsWhoWaited implements RequestStreamHandler {
    private static final long BEGUN = System.currentTimeMillis();
    private static final long WORK_MILLIS = 100;

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        long sentAt = Long.parseLong(new String(event.readAllBytes(), StandardCharsets.UTF_8).trim());
        try {
            Thread.sleep(WORK_MILLIS);
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
        String how = sentAt <= BEGUN ? "cold" : "warm";
        answer.write(("\"" + how + " " + System.getenv("RELEASE") + "\"").getBytes(StandardCharsets.UTF_8));
    }
}
