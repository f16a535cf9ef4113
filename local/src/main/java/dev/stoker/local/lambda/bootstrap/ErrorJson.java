// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.ErrorRequest;
import java.nio.charset.StandardCharsets;

/**
 * Writes AWS's error JSON without a library, because loading a library would take time in every environment that fails.
 */
final class ErrorJson {
    private ErrorJson() {}

    static byte[] of(ErrorRequest error) {
        StringBuilder json = new StringBuilder("{\"errorMessage\":");
        text(json, error.errorMessage);
        if (error.errorType != null) { // a handler of no kind that AWS serves
            json.append(",\"errorType\":");
            text(json, error.errorType);
        }
        if (error.stackTrace != null) {
            json.append(",\"stackTrace\":[");
            for (int i = 0; i < error.stackTrace.length; i++) {
                text(i == 0 ? json : json.append(','), error.stackTrace[i]);
            }
            json.append(']');
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(StringBuilder json, String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(json, text.charAt(i));
        }
        json.append('"');
    }

    /** Escapes what AWS's serializer escapes, and as it does: errors are the same byte for byte. */
    private static void character(StringBuilder json, char c) {
        int named = "\"\\\t\b\n\r\f".indexOf(c);
        if (named >= 0) {
            json.append('\\').append("\"\\tbnrf".charAt(named));
        } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
            json.append(String.format("\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }
}
