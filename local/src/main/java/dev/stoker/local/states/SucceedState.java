// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Set;

/**
 * Ends its branch well.
 *
 * @param exit how it is left: it has no Assign and leads nowhere
 */
record SucceedState(Exit exit) implements State {

    static State read(Fields fields, StateReader reader) {
        return new SucceedState(new Exit(reader.template(fields, "Output", Reach.INPUT), null, null));
    }

    @Override
    public String type() {
        return "Succeed";
    }

    @Override
    public Set<String> targets() {
        return Set.of();
    }

    @Override
    public void enter(Visit visit) {
        exit.take(visit, visit.bindings(), visit.input());
    }
}
