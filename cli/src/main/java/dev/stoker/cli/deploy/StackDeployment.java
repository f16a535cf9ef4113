// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.deploy.parameters.ParameterPlan;
import dev.stoker.cli.deploy.parameters.StokerTemplate;
import dev.stoker.cli.deploy.parameters.TargetsOption;
import dev.stoker.cli.output.Approval;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.promote.Pace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One deployment: uploads the files, lets CloudFormation find the changes, shows them, asks, makes them, and waits for
 * the end. Until the answer is yes, only files are uploaded.
 */
final class StackDeployment {
    private final Console console;
    private final AwsClients clients;
    private final StokerTemplate template;
    private final TargetsOption targets;
    private final Approval approval;
    private final Pace pace;
    private volatile Optional<ChangeSet> undecided = Optional.empty();

    StackDeployment(
            Console console,
            AwsClients clients,
            StokerTemplate template,
            TargetsOption targets,
            Approval approval,
            Pace pace) {
        this.console = console;
        this.clients = clients;
        this.template = template;
        this.targets = targets;
        this.approval = approval;
        this.pace = pace;
    }

    /**
     * What was deployed.
     *
     * @param stack as it is now
     * @param changes what was changed; empty if nothing was to be changed
     * @param parameters the values that were changed
     * @param bucket where the files are
     */
    record Deployed(
            StackState stack, Optional<List<PlannedChange>> changes, Map<String, String> parameters, String bucket) {}

    /**
     * Deploys the stack.
     *
     * @throws Failure if it cannot be changed, if the answer is no, or if the change fails
     */
    Deployed run(StackCalls stack, FileBucket bucket) {
        Optional<StackState> before = stack.find();
        before.ifPresent(StackTrouble::refuseUpdate);
        Map<String, String> had = before.map(StackState::parameters).orElse(Map.of());
        ParameterPlan parameters = targets.plan(clients, template.parameters(), had);
        StoredFiles files = new StoredFiles(template, bucket, parameters.values());
        String leftFiles = "The stack was not changed. Uploaded files stay in the bucket " + bucket.name()
                + " until stoker undeploy --stack-name " + stack.name() + ".";
        Progress.during(
                console,
                "Uploading " + Count.of(files.number(), "file") + " to the bucket " + bucket.name(),
                leftFiles,
                () -> {
                    files.upload();
                    return true;
                });
        boolean creates = before.filter(there -> !there.isOnlyPlanned()).isEmpty();
        Optional<List<PlannedChange>> changes = plan(stack, bucket, files, parameters, creates, leftFiles);
        if (changes.isEmpty()) {
            discard();
            return new Deployed(before.orElseThrow(), Optional.empty(), Map.of(), bucket.name());
        }
        new DeployScreen(console).plan(stack.name(), creates, changes.get(), parameters);
        if (!approval.isGiven(console, "Deploy?")) {
            discard();
            throw new Failure(ExitCode.FAILED, "Stoker.Declined", leftFiles);
        }
        return new Deployed(execute(stack, creates, before), changes, parameters.changed(), bucket.name());
    }

    private Optional<List<PlannedChange>> plan(
            StackCalls stack,
            FileBucket bucket,
            StoredFiles files,
            ParameterPlan parameters,
            boolean creates,
            String ifInterrupted) {
        String name = "stoker-" + pace.now().toEpochMilli();
        return Progress.during(console, "Asking CloudFormation what would change", ifInterrupted, () -> {
            ChangeSet set = ChangeSet.create(stack, name, creates, bucket.url(files.templateKey()), parameters);
            undecided = Optional.of(set);
            try {
                return set.await(pace);
            } catch (Failure rejected) {
                discard();
                throw rejected;
            }
        });
    }

    private StackState execute(StackCalls stack, boolean creates, Optional<StackState> before) {
        ChangeSet set = undecided.orElseThrow();
        String status = creates ? "REVIEW_IN_PROGRESS" : before.orElseThrow().status();
        String doing = (creates ? "Creating" : "Updating") + " the stack " + stack.name();
        StackWatch watch = new StackWatch(stack, set.stackId(), status, pace, doing);
        undecided = Optional.empty();
        Optional<StackState> end = Progress.during(
                console,
                watch::doing,
                "CloudFormation continues to change the stack " + stack.name()
                        + ". When it has finished, run the command again.",
                () -> {
                    set.execute();
                    return watch.await();
                });
        StackState now = end.orElseThrow(() -> new Failure(
                ExitCode.FAILED,
                "Stoker.StackFailed",
                "The stack " + stack.name() + " was deleted during this deployment. Deploy it again."));
        if (!now.isDeployed()) {
            throw StackTrouble.failed(now, watch.firstFailure());
        }
        return now;
    }

    /**
     * Deletes a change set that was neither accepted nor rejected.
     *
     * @return whether there was one
     */
    synchronized boolean discard() {
        Optional<ChangeSet> set = undecided;
        undecided = Optional.empty();
        set.ifPresent(ChangeSet::discard);
        return set.isPresent();
    }
}
