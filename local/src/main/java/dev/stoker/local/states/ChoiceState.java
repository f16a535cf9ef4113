// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes where the first rule leads whose condition holds, else to Default.
 *
 * @param rules the elements of Choices
 * @param otherwise the Default, which the state's own Output and Assign belong to; null if there is none
 */
record ChoiceState(List<Rule> rules, Exit otherwise) implements State {

    /**
     * One element of Choices.
     *
     * @param condition a boolean, or an expression that gives one
     * @param exit how the state is left when it holds: by the rule's own Output and Assign
     */
    record Rule(Template condition, Exit exit) {}

    static State read(Fields fields, StateReader reader) {
        List<Rule> rules = new ArrayList<>();
        for (Fields rule : fields.requiredObjects("Choices")) {
            Template condition = reader.requiredTyped(rule, "Condition", "boolean", Reach.INPUT);
            rules.add(new Rule(condition, reader.exit(rule, Reach.INPUT, rule.requiredString("Next"))));
            rule.finish();
        }
        String target = fields.string("Default");
        Exit own = reader.exit(fields, Reach.INPUT, target);
        return new ChoiceState(List.copyOf(rules), target == null ? null : own);
    }

    @Override
    public String type() {
        return "Choice";
    }

    @Override
    public Set<String> targets() {
        Set<String> targets = new HashSet<>();
        for (Rule rule : rules) {
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
        for (Rule rule : rules) {
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
