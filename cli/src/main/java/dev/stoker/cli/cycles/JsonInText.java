// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.util.function.Consumer;

/**
 * Finds the JSON objects and arrays in a text: one per line, several on a line with tabs between them, or after a time.
 */
final class JsonInText {
    private final String text;
    private final char[] characters;
    private int at;

    JsonInText(String text) {
        this.text = text;
        this.characters = text.toCharArray();
    }

    /**
     * Passes each value to {@code found}, and calls {@code noneInLine} for each line that is not blank and has no
     * value.
     */
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

    /**
     * Reads to the end of the line, or to the end of its last value.
     *
     * @return whether there was a value
     */
    private boolean line(Consumer<JsonNode> found) {
        boolean any = false;
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? characters.length : newline + 1;
        for (int begin = nextBracket(end); begin < end; begin = nextBracket(end)) {
            Json.ValueInText part = Json.readFrom(characters, begin);
            part.value().ifPresent(found);
            any |= part.value().isPresent();
            // Invalid JSON may span many lines, so the next line is read separately.
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
