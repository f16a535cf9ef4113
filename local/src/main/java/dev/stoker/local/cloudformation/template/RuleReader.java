// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the section Rules. It has its own intrinsic functions, which can refer to parameters only. */
final class RuleReader {
    private static final Shape ASSERTION =
            Shape.fields(Map.of("Assert!", Shape.ANYTHING, "AssertDescription", Shape.SCALAR));
    private static final Shape RULE =
            Shape.fields(Map.of("RuleCondition", Shape.ANYTHING, "Assertions!", Shape.ANYTHING));

    private final Problems problems;
    private final ConditionReader conditions;

    RuleReader(Names names, ValueReader values) {
        this.problems = names.problems();
        this.conditions = ConditionReader.ofRules(names, values);
    }

    List<RuleDeclaration> read(JsonNode rules) {
        List<RuleDeclaration> read = new ArrayList<>();
        rules.properties().forEach(field -> read.add(rule(field.getKey(), field.getValue())));
        return read;
    }

    private RuleDeclaration rule(String name, JsonNode node) {
        String place = "Rules." + name;
        Shape.checkFields(RULE, place, node, problems);
        Condition condition = node.has("RuleCondition")
                ? conditions.read(place + ".RuleCondition", node.get("RuleCondition"))
                : new Condition.And(List.of());
        List<RuleDeclaration.Assertion> assertions = new ArrayList<>();
        JsonNode items = node.path("Assertions");
        for (int i = 0; i < items.size(); i++) {
            assertions.add(assertion(place + ".Assertions[" + i + "]", items.path(i)));
        }
        return new RuleDeclaration(name, condition, List.copyOf(assertions));
    }

    private RuleDeclaration.Assertion assertion(String place, JsonNode node) {
        Shape.checkFields(ASSERTION, place, node, problems);
        return new RuleDeclaration.Assertion(
                conditions.read(place + ".Assert", node.path("Assert")),
                node.path("AssertDescription").asText(null));
    }
}
