// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.run.CyclePlace;
import java.util.Optional;
import java.util.Set;

/**
 * A release from outside: finds the alias and the version, lets {@link Release} do the work, and puts the alias back
 * whatever goes wrong: a failure, or an interruption.
 */
final class Promotion {
    private final AwsClients clients;
    private final CyclePlace place;
    private final PromotionPlan plan;
    private final Pace pace;
    private final PromotionProgress progress = new PromotionProgress();
    private volatile Optional<AliasMover> mover = Optional.empty();

    /**
     * @param place where cycles run
     */
    Promotion(AwsClients clients, CyclePlace place, PromotionPlan plan, Pace pace) {
        this.clients = clients;
        this.place = place;
        this.plan = plan;
        this.pace = pace;
    }

    PromotionProgress progress() {
        return progress;
    }

    /**
     * Releases the version.
     *
     * @throws Failure if it fails; the message says where the alias points then
     */
    PromotionResult run() {
        try (LambdaAlias alias = new LambdaAlias(clients, plan.alias(), pace)) {
            AliasState before = alias.read();
            plan.to().ifPresent(version -> refuseOthers(before, version));
            String version = plan.to().orElseGet(() -> publish(alias));
            refuseOthers(before, version);
            progress.begins("Waiting until version " + version + " can be invoked");
            alias.await(version);
            AliasMover moving = new AliasMover(alias, before, pace);
            mover = Optional.of(moving);
            try {
                return new Release(clients, place, plan, pace, progress, moving, before, version).perform();
            } catch (Failure failed) {
                boolean left = failed.code().equals(AliasMover.CHANGED);
                String end = left ? "" : " " + moving.putBack();
                throw new Failure(failed.exit(), failed.code(), failed.getMessage() + end, failed.problems())
                        .causedBy(failed);
            } catch (RuntimeException | Error broken) {
                moving.putBack();
                throw broken;
            } finally {
                moving.stay();
            }
        }
    }

    private String publish(LambdaAlias alias) {
        progress.begins("Publishing $LATEST");
        return alias.publish();
    }

    /** An alias whose weights name another version is in the middle of another release. */
    private void refuseOthers(AliasState before, String version) {
        if (!before.weights().isEmpty() && !before.weights().keySet().equals(Set.of(version))) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.AliasBusy",
                    "The alias " + plan.alias().qualifier().orElseThrow() + " points to " + before.words()
                            + ": another release is under way. Wait for its end, or end it with aws lambda update-alias"
                            + " --routing-config AdditionalVersionWeights={}.");
        }
    }

    /**
     * Ends it from outside: puts the alias back and allows no more moves.
     *
     * @return where the alias points now; empty if nothing was to be done
     */
    Optional<String> interrupt() {
        return mover.flatMap(AliasMover::interrupt);
    }
}
