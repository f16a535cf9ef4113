// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of the reference implementation's suite.
 *
 * @param name its group, file and number
 * @param file what the file says of it
 * @param folder where the suite is
 */
record SuiteCase(String name, JsonObject file, Path folder) {

    /** All cases, in the order of their names. */
    static List<SuiteCase> all() {
        Path suite = Path.of(System.getenv("STOKER_JSONATA_SUITE"));
        List<SuiteCase> cases = new ArrayList<>();
        for (Path group : entries(suite.resolve("groups"))) {
            for (Path file : entries(group)) {
                String name = group.getFileName() + "/" + file.getFileName();
                if (name.endsWith(".json")) {
                    addAll(cases, name.replace(".json", ""), read(file), suite);
                }
            }
        }
        return cases;
    }

    private static void addAll(List<SuiteCase> cases, String name, Object content, Path suite) {
        if (content instanceof JsonObject one) {
            cases.add(new SuiteCase(name, one, suite));
            return;
        }
        int number = 0;
        for (Object each : (JsonArray) content) {
            cases.add(new SuiteCase(name + "#" + number, (JsonObject) each, suite));
            number++;
        }
    }

    String expression() {
        if (!file.containsKey("expr-file")) {
            return requireNonNull((String) file.get("expr"), "expr");
        }
        return text(folder.resolve("groups")
                .resolve(name.substring(0, name.indexOf('/')))
                .resolve((String) file.get("expr-file")));
    }

    /** The context, or null if there is none. */
    @Nullable
    Object input() {
        if (file.containsKey("data")) {
            return file.get("data");
        }
        return file.get("dataset") instanceof String dataset
                ? read(folder.resolve("datasets").resolve(dataset + ".json"))
                : null;
    }

    JsonObject bindings() {
        return file.get("bindings") instanceof JsonObject bindings ? bindings : JsonObject.EMPTY;
    }

    /** What the reference gives, as {@link #expects} compares it. */
    String expected() {
        if (file.containsKey("undefinedResult")) {
            return "undefined";
        }
        if (file.containsKey("result")) {
            return Json.text(file.get("result"));
        }
        return "error " + (file.get("error") instanceof JsonObject error ? error.get("code") : file.get("code"));
    }

    /** Whether an outcome is the reference's: a value's text, {@code undefined}, or {@code error} and its message. */
    boolean expects(String outcome) {
        if (file.containsKey("result")) {
            return sameValue(outcome);
        }
        return file.containsKey("undefinedResult") ? outcome.equals(expected()) : outcome.startsWith(expected() + ":");
    }

    private boolean sameValue(String outcome) {
        try {
            return Json.parse(outcome).equals(Json.parse(expected()));
        } catch (Json.MalformedJson e) {
            return false;
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(Path file) {
        try {
            return Json.parse(text(file));
        } catch (Json.MalformedJson e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
