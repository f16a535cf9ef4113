// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads conditions out of a template's tree. */
final class ConditionReader {
    private static final Set<String> COVERED =
            new TreeSet<>(Set.of("Condition", "Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or"));

    private final Names names;
    private final ValueReader values;

    ConditionReader(Names names, ValueReader values) {
        this.names = names;
        this.values = values;
    }

    Condition read(String place, JsonNode node) {
        String name = node.isObject() && node.size() == 1 ? node.fieldNames().next() : "";
        JsonNode inside = node.path(name);
        switch (name) {
            case "Condition" -> {
                names.checkCondition(place, inside);
                return new Condition.Named(inside.asText());
            }
            case "Fn::Equals" -> {
                if (inside.isArray() && inside.size() == 2) {
                    return new Condition.Equals(values.read(place, inside.get(0)), values.read(place, inside.get(1)));
                }
                return wrong(place, "Fn::Equals must have two values", inside, "Write it like [a, b].");
            }
            case "Fn::Not" -> {
                if (inside.isArray() && inside.size() == 1) {
                    return new Condition.Not(read(place, inside.get(0)));
                }
                return wrong(place, "Fn::Not must have one condition", inside, "Write it like [a].");
            }
            case "Fn::And" -> {
                return new Condition.And(several(place, inside));
            }
            case "Fn::Or" -> {
                return new Condition.Or(several(place, inside));
            }
            default -> {
                names.problems().uncovered(place, name.isEmpty() ? node.toString() : name, COVERED);
                return new Condition.And(List.of());
            }
        }
    }

    private List<Condition> several(String place, JsonNode inside) {
        List<Condition> several = new ArrayList<>();
        inside.forEach(one -> several.add(read(place, one)));
        if (!inside.isArray() || several.size() < 2 || several.size() > 10) {
            wrong(place, "must have 2 to 10 conditions", inside, "Write it like [a, b].");
        }
        return several;
    }

    private Condition wrong(String place, String rule, JsonNode got, String remedy) {
        names.problems().add(place, rule, got, remedy);
        return new Condition.And(List.of());
    }
}
