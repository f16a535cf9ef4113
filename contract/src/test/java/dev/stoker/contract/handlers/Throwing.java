// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Always throws an exception. */
public final class Throwing implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) {
        throw new IllegalStateException("thrown on purpose");
    }
}
