// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A user's method with one or two streams as parameters. Its result, if any, is ignored, as in AWS's Java runtime. */
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
