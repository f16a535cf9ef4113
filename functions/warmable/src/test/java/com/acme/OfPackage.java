// SPDX-License-Identifier: Apache-2.0
package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A user's handler that its author forgot to make public; in a package of its own, else Stoker could see it. */
final class OfPackage implements RequestHandler<String, String> {
    public OfPackage() {}

    @Override
    public String handleRequest(String event, Context context) {
        return event;
    }

    public static String still() {
        return "";
    }
}
