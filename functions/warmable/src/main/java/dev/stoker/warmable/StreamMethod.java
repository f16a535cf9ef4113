// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A user's method that takes one or both streams. Its result, if any, is passed over, as AWS's Java runtime does. */
final class StreamMethod implements RequestStreamHandler {
    private final UserMethod method;

    StreamMethod(UserMethod method) {
        this.method = method;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        method.call(event, output, context);
        if (!method.signature().output()) {
            output.write(ObjectHandler.NULL);
        }
    }
}
