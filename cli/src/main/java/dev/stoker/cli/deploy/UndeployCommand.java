// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.deploy.Removal.Removed;
import dev.stoker.cli.output.Approval;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.promote.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stoker undeploy}. */
@Command(
        name = "undeploy",
        description =
                "Delete a stack, the memory of its cycles and its uploaded files. The command asks for confirmation. When you"
                        + " delete the last stack, Stoker's bucket is deleted too.",
        customSynopsis = "stoker undeploy [--stack-name NAME] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker undeploy",
            "  stoker undeploy --stack-name stoker-orders --yes",
            "",
            "Exit codes: 0 deleted, or nothing to delete; 1 failed, or the answer was no; 2 wrong use or invalid input."
        })
public final class UndeployCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StackOptions place;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public UndeployCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = place.stack();
        Approval approval = new Approval(place.yes());
        approval.requireTerminal(console, "To delete without confirmation, add --yes.");
        AwsClients clients = new AwsClients(aws.settings());
        try (StackCalls stack = new StackCalls(clients, name);
                FileBucket bucket = place.bucketOf(clients, stack, stack.find())) {
            Removed removed = new Removal(console, clients, approval, Pace.ofThisMachine()).run(stack, bucket);
            if (output.json()) {
                console.document(DeployJson.of(name, removed).toString());
            } else {
                console.say(words(name, removed), Colour.GREEN);
            }
            return 0;
        }
    }

    private static String words(String name, Removed removed) {
        if (removed.equals(Removed.NOTHING)) {
            return "There is nothing of the stack " + name + " in this account and region. Nothing was deleted.";
        }
        List<String> parts = new ArrayList<>();
        if (removed.stack()) {
            parts.add("the stack " + name);
        }
        parts.add(Count.of(removed.memory(), "parameter") + " of its memory");
        parts.add(Count.of(removed.files(), "uploaded file"));
        if (removed.bucket()) {
            parts.add("Stoker's bucket");
        }
        return "Deleted: " + String.join(", ", parts) + ".";
    }
}
