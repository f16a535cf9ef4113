// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The life of a machine's variables: which states assign each, and which read it. */
final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z_]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final Map<String, List<String>> assignedBy = new TreeMap<>();
    private final Map<String, List<String>> readBy = new TreeMap<>();

    private Variables() {}

    static Variables of(Map<String, Object> definition) {
        Variables variables = new Variables();
        variables.findAssigned(Fields.states(definition));
        variables.findRead(Fields.states(definition));
        return variables;
    }

    /** A table of Markdown, a row for each variable. */
    String table() {
        StringBuilder table = new StringBuilder("| variable | assigned by | read by |\n|---|---|---|\n");
        assignedBy.forEach((name, states) -> table.append("| `" + name + "` | " + String.join(", ", states) + " | "
                + String.join(", ", readBy.getOrDefault(name, List.of())) + " |\n"));
        return table.toString();
    }

    /** The variables that no state reads. */
    List<String> neverRead() {
        return assignedBy.keySet().stream()
                .filter(name -> !readBy.containsKey(name))
                .toList();
    }

    private void findAssigned(Map<String, Map<String, Object>> states) {
        states.forEach((name, state) -> {
            Fields.assigned(state).forEach(variable -> add(assignedBy, variable, name));
            Fields.iterations(state).ifPresent(this::findAssigned);
        });
    }

    private void findRead(Map<String, Map<String, Object>> states) {
        states.forEach((name, state) -> {
            Fields.texts(state).stream().filter(text -> text.startsWith("{%")).forEach(expression -> {
                Matcher matcher = REFERENCE.matcher(COMMENT.matcher(expression).replaceAll(""));
                while (matcher.find()) {
                    if (assignedBy.containsKey(matcher.group(1))) {
                        add(readBy, matcher.group(1), name);
                    }
                }
            });
            Fields.iterations(state).ifPresent(this::findRead);
        });
    }

    private static void add(Map<String, List<String>> table, String variable, String state) {
        List<String> states = table.computeIfAbsent(variable, key -> new ArrayList<>());
        if (!states.contains(state)) {
            states.add(state);
        }
    }
}
