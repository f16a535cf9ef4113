// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of src/test/resources/tables, read against the expressions that are deployed: a table names where an
 * expression stands, and never repeats it.
 *
 * <p>A file is a list of tables. A table holds a {@code state}, the {@code machine} if it is not keep-warm, what its
 * rows have in common, and its {@code rows}. A row holds {@code says}, and what the expressions of the state see: {@code variables}, the members of
 * {@code $states} ({@code input}, {@code context}, {@code result}, {@code errorOutput}), the {@code clock}, and the substitutions of the deployment
 * ({@code deployed}). {@code literalsOf} names a state whose literal values the expressions see as variables. What a row holds is merged into what is common, member by member; {@code (absent)} takes a member
 * away. {@code gives} says by field what comes of it, {@code (undefined)} among it, and {@code fails} with which code an
 * expression ends. {@code localstack} begins with "differs:" and tells why LocalStack gives something else.
 */
final class Tables {

    private static final List<String> SEEN_AS_STATES = List.of("input", "context", "result", "errorOutput");

    private static final Set<String> OF_A_ROW = Set.of(
            "says",
            "variables",
            "input",
            "context",
            "result",
            "errorOutput",
            "clock",
            "deployed",
            "gives",
            "fails",
            "localstack");

    private static final Set<String> OF_A_TABLE = Set.of(
            "machine",
            "state",
            "variables",
            "input",
            "context",
            "result",
            "errorOutput",
            "clock",
            "deployed",
            "literalsOf",
            "rows");

    private final DeployedExpressions expressions;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int tables;

    private Tables(DeployedExpressions expressions) {
        this.expressions = expressions;
    }

    static Tables in(Path root, DeployedExpressions expressions) throws IOException {
        Tables tables = new Tables(expressions);
        Path folder = root.resolve("reference/src/test/resources/tables");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (Object table : (List<?>) TableFile.read(file)) {
                    tables.add((Map<?, ?>) table);
                }
            }
        }
        return tables;
    }

    private void add(Map<?, ?> table) {
        tables++;
        checkMembers(table, OF_A_TABLE);
        for (Object row : (List<?>) requireNonNull(table.get("rows"), "rows")) {
            add(table, (Map<?, ?>) row);
        }
    }

    private void add(Map<?, ?> table, Map<?, ?> row) {
        checkMembers(row, OF_A_ROW);
        Map<String, Object> whole = new LinkedHashMap<>(TableFile.merged(table, row));
        expected(whole).forEach((field, outcome) -> questions.add(question(whole, field, outcome)));
        if (!names.add(whole.get("state") + ": " + whole.get("says"))) {
            throw new IllegalArgumentException("two rows are named \"" + whole.get("says") + "\". Rename one.");
        }
    }

    private static Map<String, Outcome> expected(Map<String, Object> row) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        mapping(row, "gives").forEach((field, value) -> {
            outcomes.put(field, "(undefined)".equals(value) ? Outcome.UNDEFINED : Outcome.of(Json.freeze(value)));
        });
        mapping(row, "fails").forEach((field, code) -> outcomes.put(field, Outcome.failed((String) code)));
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("a row must say what it gives, got " + row);
        }
        return outcomes;
    }

    private Question question(Map<String, Object> row, String field, Outcome expected) {
        String machine = (String) row.getOrDefault("machine", "keep-warm");
        Place place = new Place(machine, requireNonNull((String) row.get("state"), "state"), field);
        String expression = expressions.at(place);
        for (Map.Entry<String, Object> each : mapping(row, "deployed").entrySet()) {
            expression = expression.replace("${" + each.getKey() + "}", (String) each.getValue());
        }
        return new Question(
                place,
                requireNonNull((String) row.get("says"), "says"),
                expression,
                bindings(row, machine, expression),
                ((Number) row.getOrDefault("clock", 0)).longValue(),
                expected,
                (String) row.get("localstack"));
    }

    /** What the expression speaks of, and no more. */
    private JsonObject bindings(Map<String, Object> row, String machine, String expression) {
        Map<String, Object> states = new LinkedHashMap<>();
        for (String member : SEEN_AS_STATES) {
            if (row.containsKey(member)) {
                states.put(member, row.get(member));
            }
        }
        Map<String, Object> bindings = new LinkedHashMap<>();
        if (row.get("literalsOf") instanceof String state) {
            bindings.putAll(expressions.literals(machine, state));
        }
        bindings.putAll(mapping(row, "variables"));
        bindings.put("states", states);
        bindings.keySet().retainAll(Question.references(expression));
        return JsonObject.of(bindings);
    }

    private static void checkMembers(Map<?, ?> given, Set<String> known) {
        for (Object name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("must be one of " + known + ", got " + name + " in " + given);
            }
        }
    }

    @SuppressWarnings("unchecked") // TableFile reads mappings with texts as keys
    private static Map<String, Object> mapping(Map<String, Object> row, String name) {
        return (Map<String, Object>) row.getOrDefault(name, Map.of());
    }

    /** Every expression of every row. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return tables + " tables with " + names.size() + " rows and " + questions.size() + " results";
    }
}
