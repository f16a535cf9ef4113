// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definition as a Mermaid flowchart: a node for each state, with what it assigns, and an arrow for each way on. */
final class Drawing {
    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private final List<String> arrows = new ArrayList<>();
    private int maps;

    private Drawing() {}

    static String of(Map<String, Object> definition) {
        Drawing drawing = new Drawing();
        drawing.draw("s", Fields.states(definition), "  ");
        drawing.arrows.forEach(arrow -> drawing.text.append("  ").append(arrow).append('\n'));
        return drawing.text.toString();
    }

    /** The states of one scope, the machine itself or a Map's iterations; ids are numbers within it. */
    private void draw(String scope, Map<String, Map<String, Object>> states, String indent) {
        Map<String, String> ids = new LinkedHashMap<>();
        states.keySet().forEach(name -> ids.put(name, scope + (ids.size() + 1)));
        states.forEach((name, state) -> {
            text.append(indent).append(ids.get(name)).append(node(name, state)).append('\n');
            Fields.iterations(state).ifPresent(inner -> {
                String map = "map" + ++maps;
                text.append(indent).append("subgraph ").append(map).append("[\"each iteration\"]\n");
                draw(map + "_", inner, indent + "  ");
                text.append(indent).append("end\n");
                arrows.add(ids.get(name) + " -.-> " + map);
            });
            Fields.ways(state)
                    .forEach((label, next) -> arrows.add(arrow(ids.get(name), label, ids.getOrDefault(next, next))));
        });
    }

    private static String arrow(@Nullable String from, String label, String to) {
        return from + " -->" + (label.isEmpty() ? " " : "|" + label + "| ") + to;
    }

    private static String node(String name, Map<String, Object> state) {
        List<String> assigned = Fields.assigned(state);
        String label =
                "\"" + name + (assigned.isEmpty() ? "" : "<br><i>" + String.join(", ", assigned) + "</i>") + "\"";
        return switch (String.valueOf(state.get("Type"))) {
            case "Choice" -> "{" + label + "}";
            case "Task" -> "[[" + label + "]]";
            case "Map" -> "[/" + label + "/]";
            case "Succeed", "Fail" -> "([" + label + "])";
            default -> "[" + label + "]";
        };
    }
}
