// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.deploy.StackDeployment.Deployed;
import dev.stoker.cli.deploy.parameters.ParameterPlan;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Table;
import java.util.List;
import java.util.TreeMap;

/** What a deployment would change, and what it has changed, for people. */
final class DeployScreen {
    private final Console console;

    DeployScreen(Console console) {
        this.console = console;
    }

    /** The changes, on stderr, before the question. */
    void plan(String stack, boolean creates, List<PlannedChange> changes, ParameterPlan parameters) {
        if (!changes.isEmpty()) {
            Table table = new Table(List.of("change", "resource"));
            changes.forEach(change -> table.add(List.of(change.words(), change.resource() + "  " + change.type())));
            table.lines(Integer.MAX_VALUE).forEach(console::note);
            console.note("");
        }
        if (!parameters.changed().isEmpty()) {
            Table values = new Table(List.of("parameter", "new value"));
            parameters
                    .changed()
                    .forEach(
                            (name, value) -> values.add(List.of(name, value.isEmpty() ? "(none)" : OneLine.of(value))));
            values.lines(Integer.MAX_VALUE).forEach(console::note);
            console.note("");
        }
        String what = changes.isEmpty()
                ? "no resource changes, but outputs do"
                : Count.of(changes.size(), "resource") + (creates ? " to create" : " to change");
        console.note((creates ? "New stack " : "Stack ") + stack + ": " + what + ".");
    }

    /** The result, on stdout. */
    void show(Deployed deployed) {
        StackState stack = deployed.stack();
        Table outputs = new Table(List.of("output", "value"));
        new TreeMap<>(stack.outputs()).forEach((name, value) -> outputs.add(List.of(name, value)));
        outputs.lines(Integer.MAX_VALUE).forEach(console::say);
        console.say("");
        console.say(
                deployed.changes().isPresent()
                        ? "The stack " + stack.name() + " is deployed (" + stack.status() + ")."
                        : "No changes: the stack " + stack.name() + " has this template and these parameters already ("
                                + stack.status() + ").",
                Colour.GREEN);
    }
}
