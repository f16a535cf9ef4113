// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Returns an answer in the format of the sleep task, with numbers that are too large to add up. */
public final class AbsurdAnswer implements RequestStreamHandler {
    private final TamperedAnswer answer = new TamperedAnswer();

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        output.write(answer.with(Map.of("arrivedAt", "-1.7e308", "releasedAt", "1.7e308", "served", "0.5"), context));
    }
}
