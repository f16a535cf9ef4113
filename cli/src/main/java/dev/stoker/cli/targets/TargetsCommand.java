// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.check.Inspection;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.WarmProtocol;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Doing;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.targets.Discovery.Found;
import dev.stoker.cli.targets.Discovery.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker targets}. */
@Command(
        name = "targets",
        description = {
            "List the functions whose tag says how many environments to keep warm, with the findings of stoker check, and"
                    + " write the parameters of a deployment.",
            "The tag's value is a number, such as stoker=20, or ALIAS:NUMBER, such as stoker=live:20. The command invokes"
                    + " and changes nothing at AWS."
        },
        customSynopsis = "stoker targets [--tag KEY] [--out FILE] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker targets --tag stoker",
            "  stoker targets --tag stoker --out parameters.yaml",
            "  stoker targets --tag stoker --json",
            "",
            "Exit codes: 0 done, 1 no function has the tag, a finding prevents warming, or AWS cannot be called; 2 wrong use,"
                    + " or invalid tags."
        })
public final class TargetsCommand implements Callable<Integer> {
    /** Source: Lambda developer guide, "Using tags on Lambda functions", read 2026-11. */
    private static final int LONGEST_KEY = 128;

    /** Steps of the progress while functions are checked come after those of the search. */
    private static final long FIRST_CHECK = 1_000_000;

    private final Console console;
    private final AtomicReference<Doing> doing = new AtomicReference<>(new Doing("Reading the list of functions", -1));

    @Option(names = "--tag", paramLabel = "KEY", description = "The key of the tag (stoker).")
    private String tag = "stoker";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "A YAML file for the parameters, which sam deploy reads. If the targets need several stacks, each"
                            + " has a file: parameters-1.yaml, parameters-2.yaml.")
    private @Nullable String out;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public TargetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (tag.isBlank() || tag.length() > LONGEST_KEY) {
            throw Failure.wrongUse("--tag: must be the key of a tag, 1 to " + LONGEST_KEY + " characters, got \""
                    + OneLine.of(tag) + "\". For example: stoker.");
        }
        ParameterFiles.OPTION.check(out);
        AwsClients clients = new AwsClients(aws.settings());
        TargetList list = Progress.during(console, doing::get, "Nothing was changed.", () -> read(clients));
        list.files().write(list.deployments());
        if (output.json()) {
            console.document(TargetsJson.of(list).toString());
            console.note(TargetsScreen.verdict(list));
        } else {
            new TargetsScreen(console).show(list);
        }
        return (list.unready() == 0 ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private TargetList read(AwsClients clients) {
        Found found = new Discovery(clients, doing::set).find(tag);
        String region = clients.region();
        refuseNone(found, region);
        List<TaggedTarget> targets = parse(found.tagged());
        List<CheckedTarget> checked = new ArrayList<>();
        for (TaggedTarget target : targets) {
            doing.set(new Doing(
                    "Checking " + target.name() + ", " + (checked.size() + 1) + " of " + targets.size(),
                    FIRST_CHECK + checked.size()));
            checked.add(check(clients, target));
        }
        List<Deployment> deployments = Deployment.divide(targets);
        return new TargetList(
                tag,
                region,
                found.functions(),
                checked,
                deployments,
                new ParameterFiles(Optional.ofNullable(out), deployments.size()));
    }

    private void refuseNone(Found found, String region) {
        if (found.tagged().isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NoTargets",
                    "--tag: must be the tag of a function in " + region + ", got " + OneLine.of(tag)
                            + ", which none of "
                            + Count.of(found.functions(), "function")
                            + " has. Check --region and --profile, or tag a function: aws lambda tag-resource"
                            + " --resource ARN --tags \"" + OneLine.of(tag) + "=20\"");
        }
    }

    private List<TaggedTarget> parse(List<Tagged> tagged) {
        List<TaggedTarget> targets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Tagged one : tagged) {
            TaggedTarget.of(one.arn(), one.value())
                    .ifPresentOrElse(
                            targets::add, () -> problems.add(TaggedTarget.problem(one.arn(), tag, one.value())));
        }
        if (!problems.isEmpty()) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "Stoker.InvalidInput",
                    "Tags do not say how many environments to keep warm. Correct or remove them, then try again.",
                    problems);
        }
        return targets;
    }

    private static CheckedTarget check(AwsClients clients, TaggedTarget target) {
        FunctionName name = FunctionName.parse(target.called())
                .orElseThrow(() -> new IllegalStateException("not the ARN of a function: " + target.called()));
        PlannedUse use = new PlannedUse(
                Optional.of(target.concurrency()), CycleLimits.TARGET_MAX_HOLD_MILLIS, WarmProtocol.STOKER);
        return new CheckedTarget(
                target, Inspection.perform(clients, name, use, List.of()).findings());
    }
}
