// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value.Condition;
import dev.stoker.local.cloudformation.values.Value.Scope;
import java.util.List;

/**
 * A rule of a template: what its parameters must have in common.
 *
 * @param name in the template
 * @param condition without which nothing is asserted
 * @param assertions all of which must hold
 */
record RuleDeclaration(String name, Condition condition, List<Assertion> assertions) {
    /**
     * Something that must hold.
     *
     * @param holds what
     * @param description the sentence for those whose parameters do not, or null
     */
    record Assertion(Condition holds, String description) {}

    /** Notes each assertion that does not hold. */
    void check(Scope scope, Problems problems) {
        if (!condition.test(scope)) {
            return;
        }
        for (Assertion assertion : assertions) {
            if (!assertion.holds().test(scope)) {
                String why = assertion.description();
                problems.add("Rules." + name + ": " + (why == null ? "an assertion does not hold." : why));
            }
        }
    }
}
