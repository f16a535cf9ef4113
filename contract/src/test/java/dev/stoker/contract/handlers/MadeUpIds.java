// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers like the sleep task, but at once and with an ID from the slot's number: many IDs from a few environments.
 * With the payload {@code {"strangers":3}}, the slots 0, 1 and 2 get another answer.
 */
public final class MadeUpIds implements RequestStreamHandler {
    private static final Pattern SLOT = Pattern.compile("\"slot\": ?([0-9]+)");
    private static final Pattern STRANGERS = Pattern.compile("\"strangers\": ?([0-9]+)");

    private final TamperedAnswer answer = new TamperedAnswer();

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        String text = new String(event.readAllBytes(), UTF_8);
        int slot = number(SLOT, text);
        if (slot < number(STRANGERS, text)) {
            output.write("{}".getBytes(UTF_8));
        } else {
            output.write(answer.with(Map.of("environmentId", id(slot)), context));
        }
    }

    private static String id(int slot) {
        return "\"madeUp%06d\"".formatted(slot);
    }

    private static int number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
