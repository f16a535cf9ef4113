// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.check.FindingLines;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Table;
import java.util.List;

/** The result of {@code stoker targets} for people. */
final class TargetsScreen {
    private final Console console;

    TargetsScreen(Console console) {
        this.console = console;
    }

    void show(TargetList list) {
        Table table = new Table(List.of("function", "environments", "check"));
        for (CheckedTarget checked : list.targets()) {
            table.add(List.of(
                    checked.target().name(), Count.plain(checked.target().concurrency()), checked.summary()));
        }
        console.table(table);
        for (CheckedTarget checked : list.targets()) {
            if (!checked.important().isEmpty()) {
                console.say("");
                console.say(checked.target().name());
                checked.important().forEach(finding -> FindingLines.print(console, finding));
            }
        }
        console.say("");
        Colour colour = list.unready() == 0 ? Colour.GREEN : Colour.RED;
        console.paragraph(verdict(list), colour);
        if (list.deployments().size() > 1) {
            console.say("");
            console.paragraph(division(list), Colour.YELLOW);
        }
        for (int i = 0; i < list.deployments().size(); i++) {
            deployment(list, i);
        }
    }

    /** One or two sentences about all targets. */
    static String verdict(TargetList list) {
        long environments =
                list.deployments().stream().mapToLong(Deployment::concurrency).sum();
        return Count.of(list.targets().size(), "target") + " with the tag " + list.tag() + " and "
                + Count.of(environments, "environment") + ", of " + Count.of(list.functions(), "function") + " in "
                + list.region() + "."
                + (list.unready() == 0
                        ? ""
                        : " " + Count.of(list.unready(), "target")
                                + (list.unready() == 1 ? " has a finding that prevents" : " have findings that prevent")
                                + " warming: apply the remedies, or remove the tag.");
    }

    private static String division(TargetList list) {
        return "These are too many for one stack: a cycle accepts at most " + CycleLimits.MOST_TARGETS + " targets and "
                + CycleLimits.MOST_ENVIRONMENTS_TEXT + " environments in all. They are divided among "
                + Count.of(list.deployments().size(), "stack")
                + ", in the order of their names. To divide them yourself, use one tag for each stack.";
    }

    private void deployment(TargetList list, int index) {
        Deployment deployment = list.deployments().get(index);
        boolean only = list.deployments().size() == 1;
        console.say("");
        if (!only) {
            console.say("Stack " + (index + 1) + ", "
                    + Count.of(deployment.targets().size(), "target") + ", "
                    + Count.of(deployment.concurrency(), "environment") + ", "
                    + deployment.targets().get(0).name() + " to "
                    + deployment.targets().get(deployment.targets().size() - 1).name() + ":");
        }
        String file = list.files().name(index).orElse("parameters.yaml");
        if (list.files().out().isEmpty()) {
            deployment.yaml().lines().forEach(console::say);
            console.say("");
            console.say("Write these lines into a file with --out, then deploy:");
        }
        console.say("sam deploy --template infra/template.yaml "
                + (only ? "" : "--stack-name stoker-" + (index + 1) + " ") + "--parameter-overrides file://" + file);
    }
}
