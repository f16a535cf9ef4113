// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Set;

/**
 * Passes its input on, or its Output.
 *
 * @param exit how it is left
 */
record PassState(Exit exit) implements State {

    static State read(Fields fields, StateReader reader) {
        return new PassState(reader.transition(fields, Reach.INPUT));
    }

    @Override
    public String type() {
        return "Pass";
    }

    @Override
    public Set<String> targets() {
        return exit.targets();
    }

    @Override
    public void enter(Visit visit) {
        exit.take(visit, visit.bindings(), visit.input());
    }
}
