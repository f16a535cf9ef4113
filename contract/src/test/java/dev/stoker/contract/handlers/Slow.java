// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes 8 s for every event, and answers nothing. */
public final class Slow implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) {
        try {
            if (new CountDownLatch(1).await(8, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
