// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;

/** Uses Stoker's library in code, but fails slot 0 of every first round. */
public final class LosesFirstSlot implements RequestStreamHandler {
    private static final Pattern FIRST_SLOT = Pattern.compile("\"round\": ?1, ?\"slot\": ?0[,}]");

    private final RequestStreamHandler rest = new WarmableHandler(new OtherAnswer());

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        byte[] bytes = event.readAllBytes();
        if (FIRST_SLOT.matcher(new String(bytes, UTF_8)).find()) {
            throw new IllegalStateException("slot 0 is lost on purpose");
        }
        rest.handleRequest(new ByteArrayInputStream(bytes), output, context);
    }
}
