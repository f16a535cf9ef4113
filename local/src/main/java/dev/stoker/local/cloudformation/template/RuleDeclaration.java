// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value.Condition;
import dev.stoker.local.cloudformation.values.Value.Scope;
import java.util.List;

/**
 * A rule of a template for combinations of parameters.
 *
 * @param name its name in the template
 * @param condition the condition under which the assertions apply
 * @param assertions all of them must be true
 */
record RuleDeclaration(String name, Condition condition, List<Assertion> assertions) {
    /**
     * An assertion.
     *
     * @param holds its condition
     * @param description the message if it is false, or null
     */
    record Assertion(Condition holds, String description) {}

    /** Adds a problem for each assertion that is false. */
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
