// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;

/** The library's own answer, given at once, with other values in some of its fields. */
final class TamperedAnswer {
    private static final byte[] ASKS_FOR_NO_HOLD = "{\"stoker\":{}}".getBytes(UTF_8);

    private final RequestStreamHandler library = new WarmableHandler(new OtherAnswer());

    /**
     * The answer.
     *
     * @param values JSON by the name of its field, which must be there
     */
    byte[] with(Map<String, String> values, Context context) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        library.handleRequest(new ByteArrayInputStream(ASKS_FOR_NO_HOLD), answer, context);
        String json = answer.toString(UTF_8);
        for (Map.Entry<String, String> value : values.entrySet()) {
            String field = "\"" + value.getKey() + "\":";
            if (!json.contains(field)) {
                throw new IllegalArgumentException("no " + field + " in " + json);
            }
            json = json.replaceFirst(field + "(\"[^\"]*\"|[^,}]*)", Matcher.quoteReplacement(field + value.getValue()));
        }
        return json.getBytes(UTF_8);
    }
}
