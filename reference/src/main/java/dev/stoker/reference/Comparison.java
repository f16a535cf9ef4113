// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of evaluating on the reference what the embedded AWS had evaluated.
 *
 * @param seen evaluations that happened
 * @param byChance those that draw random numbers, which cannot be compared
 * @param compared evaluations that were compared; of those that are alike, one
 * @param expressions how many expressions they are of
 * @param differences what differed, each with both values
 * @param deepestOfAll where the most was open at one time, every entry counted
 * @param deepestSerial where the most was open, without what the reference marks as parallel
 * @param largest where the most was held: what was given and all that was made
 */
public record Comparison(
        int seen,
        int byChance,
        int compared,
        int expressions,
        List<String> differences,
        Extreme deepestOfAll,
        Extreme deepestSerial,
        Extreme largest) {

    private static final int LONGEST_DIFFERENCE = 2_000;

    /**
     * The most of something, and where.
     *
     * @param value how much
     * @param place machine, state and field
     */
    public record Extreme(long value, String place) {
        private static final Extreme NONE = new Extreme(0, "nowhere");

        private Extreme or(long other, String where) {
            return other > value ? new Extreme(other, where) : this;
        }

        @Override
        public String toString() {
            return value + " (" + place + ")";
        }
    }

    static Comparison of(Path questions, Path answers, int seen, int byChance) throws IOException {
        List<String> differences = new ArrayList<>();
        Set<String> expressions = new TreeSet<>();
        Extreme every = Extreme.NONE;
        Extreme serial = Extreme.NONE;
        Extreme bytes = Extreme.NONE;
        int compared = 0;
        try (BufferedReader asked = Files.newBufferedReader(questions);
                BufferedReader answered = Files.newBufferedReader(answers)) {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                JsonObject question = read(line);
                JsonObject answer = read(answered.readLine());
                String place = (String) question.get("name");
                compared++;
                expressions.add(place);
                if (!agree(question, answer)) {
                    differences.add(difference(question, answer));
                }
                every = every.or(number(answer, "depth", "every"), place);
                serial = serial.or(number(answer, "depth", "serial"), place);
                bytes = bytes.or(number(answer, "bytes", "given") + number(answer, "bytes", "built"), place);
            }
        }
        differences.sort(Comparator.naturalOrder());
        return new Comparison(
                seen, byChance, compared, expressions.size(), List.copyOf(differences), every, serial, bytes);
    }

    private static boolean agree(JsonObject question, JsonObject answer) {
        if (question.containsKey("embeddedError") || answer.containsKey("error")) {
            return answer.get("error") instanceof JsonObject error
                    && question.get("embeddedError") instanceof String embedded
                    && embedded.startsWith(error.get("code") + ": ");
        }
        return question.containsKey("embeddedValue")
                ? question.get("embeddedValue").equals(answer.get("value"))
                : answer.containsKey("undefined");
    }

    private static String difference(JsonObject question, JsonObject answer) {
        String text = question.get("name") + ": the embedded AWS gave "
                + Json.text(question.getOrDefault("embeddedError", question.getOrDefault("embeddedValue", "undefined")))
                + ", the reference " + Json.text(answer) + " for " + question.get("expression") + " with "
                + Json.text(question.get("bindings"));
        return text.substring(0, Math.min(text.length(), LONGEST_DIFFERENCE));
    }

    private static long number(JsonObject answer, String group, String name) {
        return ((Number) ((JsonObject) answer.get(group)).get(name)).longValue();
    }

    private static JsonObject read(String line) {
        try {
            return (JsonObject) Json.parse(line);
        } catch (Json.MalformedJson e) {
            throw new IllegalStateException("no JSON: " + line, e);
        }
    }

    /** One line for people. */
    @Override
    public String toString() {
        return compared + " evaluations of " + expressions + " expressions compared with JSONata 2.0.6 (of " + seen
                + " that happened, " + byChance + " by chance), "
                + (differences.isEmpty() ? "none" : differences.size()) + " differed; deepest: " + deepestOfAll
                + " counting every entry, " + deepestSerial + " without parallel calls; most bytes: " + largest;
    }
}
