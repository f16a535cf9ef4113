// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The result of repeating the embedded AWS's evaluations on the reference implementation. */
public final class Comparison {

    private static final int LONGEST_DIFFERENCE = 2_000;

    /**
     * A member name that is a whole number. JavaScript lists such names before all others, Java keeps their place in the text.
     */
    private static final Pattern WHOLE_NUMBER_NAME = Pattern.compile("(?<!\\\\)\"(0|[1-9]\\d{0,9})\":");

    private final int seen;
    private final int beyond;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Used> used = new TreeMap<>();
    private int compared;
    private int deepestEmbedded;

    private Comparison(int seen, int beyond) {
        this.seen = seen;
        this.beyond = beyond;
    }

    /**
     * Compares line by line.
     *
     * @param questions the evaluations with the embedded AWS's results
     * @param answers the reference's results
     * @param seen the number of all evaluations
     * @param beyond the number of those that cannot be compared, because they use random numbers or numbers that
     *     JavaScript does not have
     */
    static Comparison compare(Path questions, Path answers, int seen, int beyond) throws IOException {
        Comparison comparison = new Comparison(seen, beyond);
        try (BufferedReader lines = Files.newBufferedReader(questions);
                BufferedReader answered = Files.newBufferedReader(answers)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                comparison.add(read(line), read(answered.readLine()));
            }
        }
        comparison.differences.sort(Comparator.naturalOrder());
        return comparison;
    }

    private void add(JsonObject question, JsonObject answer) {
        compared++;
        Used onTheReference = Used.of(answer);
        used.merge((String) question.get("name"), onTheReference, Used::or);
        if (!agree(question, answer)) {
            differences.add(difference(question, answer));
        }
        int embeddedDepth = requireNonNull((Integer) question.get("embeddedDepth"), "embeddedDepth");
        deepestEmbedded = Math.max(deepestEmbedded, embeddedDepth);
        if (!answer.containsKey("error") && embeddedDepth < onTheReference.depth()) {
            differences.add(question.get("name") + ": the embedded AWS counted a depth of " + embeddedDepth
                    + ", the reference " + onTheReference.depth());
        }
    }

    private static boolean agree(JsonObject question, JsonObject answer) {
        if (question.containsKey("embeddedError") || answer.containsKey("error")) {
            return answer.get("error") instanceof JsonObject error
                    && question.get("embeddedError") instanceof String embedded
                    && (!error.containsKey("code") || embedded.startsWith(error.get("code") + ": "));
        }
        Object value = question.get("embeddedValue");
        return value == null
                ? answer.containsKey("undefined")
                : value.equals(answer.get("value")) || isInOrderOfJavaScript(value, answer.get("value"), question);
    }

    private static boolean isInOrderOfJavaScript(Object embedded, @Nullable Object reference, JsonObject question) {
        return embedded instanceof List<?> ours
                && reference instanceof List<?> theirs
                && WHOLE_NUMBER_NAME
                        .matcher(Json.text(requireNonNull(question.get("bindings"), "bindings")))
                        .find()
                && sorted(ours).equals(sorted(theirs));
    }

    private static List<String> sorted(List<?> values) {
        return values.stream()
                .map(value -> Json.text(requireNonNull(value)))
                .sorted()
                .toList();
    }

    private static String difference(JsonObject question, JsonObject answer) {
        String text = question.get("name") + ": the embedded AWS gave "
                + Json.text(question.getOrDefault("embeddedError", question.getOrDefault("embeddedValue", "undefined")))
                + ", the reference " + Json.text(answer) + " for " + question.get("expression") + " with "
                + Json.text(requireNonNull(question.get("bindings"), "bindings"));
        return text.substring(0, Math.min(text.length(), LONGEST_DIFFERENCE));
    }

    private static JsonObject read(String line) {
        try {
            return (JsonObject) Json.parse(line);
        } catch (Json.MalformedJson e) {
            throw new IllegalStateException("no JSON: " + line, e);
        }
    }

    /**
     * The differences, each with both values, including depths that the embedded AWS counts lower than the reference.
     */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** The expressions that nested deeper than 50 by either count, or used more than 1 MB, each with its maximum. */
    public List<String> outOfBounds() {
        return used.entrySet().stream()
                .filter(each -> !each.getValue().isWithinBounds())
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private String most(ToLongFunction<Used> what) {
        return used.entrySet().stream()
                .max(Comparator.comparingLong(each -> what.applyAsLong(each.getValue())))
                .map(each -> what.applyAsLong(each.getValue()) + " (" + each.getKey() + ")")
                .orElse("none");
    }

    /** A summary in one line. */
    @Override
    public String toString() {
        return compared + " evaluations of " + used.size() + " expressions compared with JSONata 2.0.6 (of " + seen
                + " that happened; " + beyond + " cannot be compared), "
                + (differences.isEmpty() ? "none" : differences.size()) + " differed; deepest: " + most(Used::depth)
                + " counting every entry, " + deepestEmbedded + " as the embedded AWS counts, "
                + most(Used::serialDepth) + " without parallel calls; most bytes: "
                + most(Used::bytes);
    }
}
