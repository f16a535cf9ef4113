// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.deploy.StackDeployment.Deployed;
import dev.stoker.cli.deploy.parameters.StokerTemplate;
import dev.stoker.cli.deploy.parameters.TargetsOption;
import dev.stoker.cli.local.Clone;
import dev.stoker.cli.output.Approval;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.promote.Pace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stoker deploy}. */
@Command(
        name = "deploy",
        description = {
            "Deploy infra/template.yaml with CloudFormation and S3, or update its stack: upload the files, show the changes, ask"
                    + " for confirmation, make the changes, and print the outputs.",
            "The SAM CLI is not needed. The command also updates a stack that the SAM CLI has deployed."
        },
        customSynopsis = {
            "stoker deploy [OPTIONS]",
            "       stoker deploy --function F --concurrency N [--peak N] [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker deploy",
            "  stoker deploy --function orders:live --concurrency 20",
            "  stoker deploy --function orders:live --concurrency 5 --peak 100 --peak-hours 8-19 --timezone Asia/Seoul",
            "  stoker deploy --parameter ScheduleState=DISABLED --yes",
            "",
            "Exit codes: 0 deployed, or nothing was to be changed; 1 failed, or the answer was no; 2 wrong use or invalid"
                    + " input. docs/deploy.md explains the parameters."
        })
public final class DeployCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TargetsOption targets;

    @Mixin
    private StackOptions place;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public DeployCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StokerTemplate template =
                new StokerTemplate(Clone.root().resolve("infra").resolve("template.yaml"));
        targets.check(template.parameters());
        String name = place.stack();
        Approval approval = new Approval(place.yes());
        approval.requireTerminal(console, "To deploy without confirmation, add --yes.");
        AwsClients clients = new AwsClients(aws.settings());
        StackDeployment deployment =
                new StackDeployment(console, clients, template, targets, approval, Pace.ofThisMachine());
        Thread tidy = new Thread(
                () -> {
                    if (deployment.discard()) {
                        console.note(""); // The question has no end of line.
                        console.note("The change set was deleted, and the stack was not changed.");
                    }
                },
                "discard-change-set");
        Runtime.getRuntime().addShutdownHook(tidy);
        try (StackCalls stack = new StackCalls(clients, name);
                FileBucket bucket = place.bucket(clients)) {
            Deployed deployed = deployment.run(stack, bucket);
            if (output.json()) {
                console.document(DeployJson.of(deployed).toString());
            } else {
                new DeployScreen(console).show(deployed);
            }
            return 0;
        }
    }
}
