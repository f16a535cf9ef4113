// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The functions whose environments are started. */
public final class UserFunctions {
    private UserFunctions() {}

    /** Copies its event. */
    public static final class Streams implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            event.transferTo(output);
        }
    }

    /** Gives its event back. */
    public static final class Objects implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            return event;
        }
    }
}
