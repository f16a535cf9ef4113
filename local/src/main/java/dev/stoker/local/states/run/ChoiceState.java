// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.State.ChoiceRule;
import dev.stoker.local.states.run.State.Exit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state: goes to the state of the first rule whose condition is true, otherwise to Default.
 *
 * @param rules the elements of Choices
 * @param otherwise the Default, with the state's own Output and Assign; null if there is none
 */
record ChoiceState(List<ChoiceRule> rules, @Nullable Exit otherwise) implements State {

    @Override
    public String type() {
        return "Choice";
    }

    @Override
    public Set<String> targets() {
        Set<String> targets = new HashSet<>();
        for (ChoiceRule rule : rules) {
            targets.addAll(rule.exit().targets());
        }
        if (otherwise != null) {
            targets.addAll(otherwise.targets());
        }
        return targets;
    }

    @Override
    public void enter(Visit visit) {
        Bindings bindings = visit.bindings();
        for (ChoiceRule rule : rules) {
            if (Boolean.TRUE.equals(rule.condition().renderAs("boolean", bindings))) {
                rule.exit().take(visit, bindings, visit.input());
                return;
            }
        }
        if (otherwise == null) {
            throw bindings.failed(StateFailed.NO_CHOICE_MATCHED, "No Choice rule matched, and there is no Default.");
        }
        otherwise.take(visit, bindings, visit.input());
    }
}
