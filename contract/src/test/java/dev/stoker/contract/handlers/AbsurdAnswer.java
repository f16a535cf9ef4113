// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers in the shape of the sleep task, with numbers that no sum can hold. */
public final class AbsurdAnswer implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        output.write("""
                {"stoker":{"version":1,"environmentId":"absurdAnswer","coldStart":false,"initializedAt":1,"initMillis":1,\
                "arrivedAt":-1.7e308,"releasedAt":1.7e308,"sinceMillis":1,"busyMillis":0,"served":0.5,"userColdStart":false,\
                "initializationType":"on-demand"}}""".getBytes(UTF_8));
    }
}
