// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A condition of a template. It can refer to parameters and other conditions, but not to resources. */
public sealed interface Condition {
    /** Whether it is true. */
    boolean test(Value.Scope scope);

    /** {@code Fn::Equals}; both sides as texts. */
    record Equals(Value left, Value right) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            return text(left.resolve(scope)).equals(text(right.resolve(scope)));
        }

        private static String text(JsonNode value) {
            return value.isValueNode() ? value.asText() : value.toString();
        }
    }

    /** {@code Fn::Contains}, only in rules: whether a list contains a text. */
    record Contains(Value list, Value text) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            for (JsonNode item : list.resolve(scope)) {
                if (Equals.text(item).equals(Equals.text(text.resolve(scope)))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code Fn::Not}. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            return !condition.test(scope);
        }
    }

    /** {@code Fn::And}. */
    record And(List<Condition> conditions) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            return conditions.stream().allMatch(condition -> condition.test(scope));
        }
    }

    /** {@code Fn::Or}. */
    record Or(List<Condition> conditions) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            return conditions.stream().anyMatch(condition -> condition.test(scope));
        }
    }

    /** {@code Condition}: another one by its name. */
    record Named(String name) implements Condition {
        @Override
        public boolean test(Value.Scope scope) {
            return scope.holds(name);
        }
    }
}
