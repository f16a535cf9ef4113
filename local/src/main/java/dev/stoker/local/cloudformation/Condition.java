// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A condition of a template. It knows parameters and other conditions, never resources. */
sealed interface Condition {
    /** Whether it holds. */
    boolean test(Scope scope);

    /** {@code Fn::Equals}; both sides as texts. */
    record Equals(Value left, Value right) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return text(left.resolve(scope)).equals(text(right.resolve(scope)));
        }

        private static String text(JsonNode value) {
            return value == null ? "" : value.isValueNode() ? value.asText() : value.toString();
        }
    }

    /** {@code Fn::Contains}, which rules have: whether a list has a text. */
    record Contains(Value list, Value text) implements Condition {
        @Override
        public boolean test(Scope scope) {
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
        public boolean test(Scope scope) {
            return !condition.test(scope);
        }
    }

    /** {@code Fn::And}. */
    record And(List<Condition> conditions) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return conditions.stream().allMatch(condition -> condition.test(scope));
        }
    }

    /** {@code Fn::Or}. */
    record Or(List<Condition> conditions) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return conditions.stream().anyMatch(condition -> condition.test(scope));
        }
    }

    /** {@code Condition}: another one by its name. */
    record Named(String name) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return scope.holds(name);
        }
    }
}
