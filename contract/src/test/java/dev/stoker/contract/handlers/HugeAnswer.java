// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers 300 KiB: less than Lambda's limit, more than the limit of a state of Step Functions. */
public final class HugeAnswer implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        output.write(("\"" + "x".repeat(300 * 1024) + "\"").getBytes(UTF_8));
    }
}
