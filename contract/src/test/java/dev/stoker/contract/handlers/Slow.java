// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes as long as the event says, {@code {"workMillis":200}}, or 8 s, and then answers {@code "done"}. */
public final class Slow implements RequestStreamHandler {
    private static final Pattern WORK_MILLIS = Pattern.compile("\"workMillis\": ?([0-9]+)");

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        Matcher match = WORK_MILLIS.matcher(new String(event.readAllBytes(), UTF_8));
        work(match.find() ? Long.parseLong(match.group(1)) : 8000);
        output.write("\"done\"".getBytes(UTF_8));
    }

    private static void work(long millis) {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
