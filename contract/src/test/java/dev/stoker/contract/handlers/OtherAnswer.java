// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function without Stoker's library. Its answer to {@link #QUESTION} is the previous event, unchanged. */
public final class OtherAnswer implements RequestStreamHandler {
    /** The event to which the answer is the previous event. */
    public static final String QUESTION = "\"what came last?\"";

    private byte[] last = {};

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        byte[] bytes = event.readAllBytes();
        if (new String(bytes, UTF_8).equals(QUESTION)) {
            output.write(last);
        } else {
            last = bytes;
            output.write("{\"ok\":true}".getBytes(UTF_8));
        }
    }
}
