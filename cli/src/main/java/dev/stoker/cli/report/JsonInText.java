// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.util.function.Consumer;

/** Finds the JSON objects and arrays in a text: a line each, several on a line with tabs between them, or behind a time. */
final class JsonInText {
    private final String text;
    private final char[] characters;
    private int at;

    JsonInText(String text) {
        this.text = text;
        this.characters = text.toCharArray();
    }

    /** Passes on each value, and says so for each line that has none and is not blank. */
    void forEach(Consumer<JsonNode> found, Runnable noneInLine) {
        at = 0;
        while (at < characters.length) {
            int lineBegins = at;
            boolean any = line(found);
            if (!any && !text.substring(lineBegins, at).isBlank()) {
                noneInLine.run();
            }
        }
    }

    /** Goes to the end of the line, or of the value that ends last in it, and tells whether there was a value. */
    private boolean line(Consumer<JsonNode> found) {
        boolean any = false;
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? characters.length : newline + 1;
        for (int begin = nextBracket(end); begin < end; begin = nextBracket(end)) {
            Json.Part part = Json.readFrom(characters, begin);
            part.value().ifPresent(found);
            any |= part.value().isPresent();
            // What only looked like JSON may reach far; the next line is looked at by itself.
            at = part.value().isPresent() ? part.end() : Math.min(Math.max(begin + 1, part.end()), end);
        }
        at = Math.max(at, end);
        return any;
    }

    private int nextBracket(int end) {
        int next = at;
        while (next < end && characters[next] != '{' && characters[next] != '[') {
            next++;
        }
        return next;
    }
}
