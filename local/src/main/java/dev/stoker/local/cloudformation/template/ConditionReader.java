// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.cloudformation.values.Value.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads conditions out of a template's tree: those of the section Conditions, or those of rules. */
final class ConditionReader {
    private static final Set<String> COVERED =
            new TreeSet<>(Set.of("Condition", "Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or"));

    private static final Set<String> COVERED_IN_RULES =
            new TreeSet<>(Set.of("Fn::And", "Fn::Contains", "Fn::Equals", "Fn::Not", "Fn::Or"));

    private final Names names;
    private final ValueReader values;
    private final boolean inRules;

    private ConditionReader(Names names, ValueReader values, boolean inRules) {
        this.names = names;
        this.values = values;
        this.inRules = inRules;
    }

    static ConditionReader ofConditions(Names names, ValueReader values) {
        return new ConditionReader(names, values, false);
    }

    static ConditionReader ofRules(Names names, ValueReader values) {
        return new ConditionReader(names, values, true);
    }

    Condition read(String place, JsonNode node) {
        String name = node.isObject() && node.size() == 1 ? node.fieldNames().next() : "";
        Set<String> covered = inRules ? COVERED_IN_RULES : COVERED;
        if (!covered.contains(name)) {
            names.problems().uncovered(place, name.isEmpty() ? node.toString() : name, covered);
            return new Condition.And(List.of());
        }
        JsonNode inside = node.path(name);
        switch (name) {
            case "Condition" -> {
                names.checkCondition(place, inside);
                return new Condition.Named(inside.asText());
            }
            case "Fn::Equals" -> {
                if (inside.isArray() && inside.size() == 2) {
                    return new Condition.Equals(value(place, inside.get(0)), value(place, inside.get(1)));
                }
                return wrong(place, "Fn::Equals must have two values", inside, "Write it like [a, b].");
            }
            case "Fn::Contains" -> {
                if (inside.isArray() && inside.size() == 2) {
                    return new Condition.Contains(value(place, inside.get(0)), value(place, inside.get(1)));
                }
                return wrong(place, "Fn::Contains must have a list and a text", inside, "Write it like [[a, b], c].");
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
            default -> {
                return new Condition.Or(several(place, inside));
            }
        }
    }

    private Value value(String place, JsonNode node) {
        boolean plain = node.isValueNode() || node.isArray() || (node.size() == 1 && node.has("Ref"));
        if (inRules && !plain) {
            names.problems().add(place, "must be a text, a list or Ref", node, "Rules know no other functions.");
        }
        return values.read(place, node);
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
