// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Set;

/**
 * Ends its branch with an error.
 *
 * @param error its name, or null if it has none
 * @param cause its cause, or null if it has none
 */
record FailState(Template error, Template cause) implements State {

    static State read(Fields fields, StateReader reader) {
        return new FailState(text(fields, "Error", reader), text(fields, "Cause", reader));
    }

    private static Template text(Fields fields, String name, StateReader reader) {
        return reader.typed(fields, name, "string", Reach.INPUT);
    }

    @Override
    public String type() {
        return "Fail";
    }

    @Override
    public Set<String> targets() {
        return Set.of();
    }

    @Override
    public void enter(Visit visit) {
        Bindings bindings = visit.bindings();
        String name = error == null ? null : (String) error.renderAs("string", bindings);
        String why = cause == null ? null : (String) cause.renderAs("string", bindings);
        throw new StateFailed(name, why);
    }
}
