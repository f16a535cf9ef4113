// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.promote.AliasCheck.AliasAnswers;
import dev.stoker.cli.promote.PromotionResult.Met;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.CyclePlace;
import dev.stoker.cli.run.outcome.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of one release: N environments of the new version are proven warm, then the alias moves, perhaps for a share of
 * the users first, then calls of the alias meet the new version.
 */
final class Release {
    /** Lambda adds at most 1,000 environments in 10 s, so a large N grows over several cycles. */
    private static final int MOST_CYCLES = 10;

    /** Below every idle time after which Lambda has been observed to reclaim environments. */
    private static final Duration STAYS_WARM = Duration.ofMinutes(3);

    private final AwsClients clients;
    private final CyclePlace place;
    private final PromotionPlan plan;
    private final Pace pace;
    private final PromotionProgress progress;
    private final AliasMover mover;
    private final String from;
    private final String version;
    private Instant warmedAt = Instant.EPOCH;
    private Optional<Met> met = Optional.empty();

    /**
     * @param before where the alias points now
     * @param version the new version's number
     */
    Release(
            AwsClients clients,
            CyclePlace place,
            PromotionPlan plan,
            Pace pace,
            PromotionProgress progress,
            AliasMover mover,
            AliasState before,
            String version) {
        this.clients = clients;
        this.place = place;
        this.plan = plan;
        this.pace = pace;
        this.progress = progress;
        this.mover = mover;
        this.from = before.version();
        this.version = version;
    }

    /** @throws Failure if it fails. The caller puts the alias back */
    PromotionResult perform() {
        if (!mover.now().weights().isEmpty()) {
            progress.begins("The alias points to " + mover.now().words() + ": continuing an interrupted release");
        }
        Proof proof = prove();
        if (!proof.complete()) {
            return fellShort(proof);
        }
        if (plan.canary().isPresent() && !from.equals(version)) {
            Optional<Proof> shortfall = canary(plan.canary().get());
            if (shortfall.isPresent()) {
                return fellShort(shortfall.get());
            }
        }
        if (!mover.now().pointsTo(version, Map.of())) {
            progress.begins("Moving the alias to version " + version);
            mover.move(version, Map.of());
        }
        return result(proof, seen(), Optional.empty());
    }

    private PromotionResult fellShort(Proof proof) {
        String reason = proof.sentence() + " " + proof.reason() + " " + mover.putBack();
        return result(proof, Optional.empty(), Optional.of(reason));
    }

    private PromotionResult result(Proof proof, Optional<AliasAnswers> seen, Optional<String> shortfall) {
        return new PromotionResult(from, version, plan.to().isEmpty(), proof, met, seen, mover.now(), shortfall);
    }

    /** Runs cycles until N are proven, or until another cycle would not help. */
    private Proof prove() {
        CycleInput input = plan.proof(version);
        progress.begins("Proving " + input.summary());
        Proof proof = cycle(input);
        long before = -1;
        for (int cycles = 1; cycles < MOST_CYCLES && isGrowing(proof, before); cycles++) {
            before = proof.warm();
            progress.begins("Proving " + input.summary() + ": " + Count.plain(before) + " so far");
            proof = cycle(input);
        }
        return proof;
    }

    private static boolean isGrowing(Proof proof, long before) {
        return !proof.complete() && proof.disturbed() == 0 && proof.warm() > Math.max(0, before);
    }

    private Proof cycle(CycleInput input) {
        warmedAt = pace.now();
        Proof proof = Proof.of(place.checkAndRun(input));
        if (proof.primeFailed() > 0) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.PrimingFailed",
                    "Priming failed in " + Count.of(proof.primeFailed(), "environment") + " of version " + version
                            + ", so their first users would wait. The function's log shows the reason.");
        }
        return proof;
    }

    /** @return the shortfall, if a cycle falls short */
    private Optional<Proof> canary(Canary canary) {
        progress.begins("Moving " + canary.percent() + " % of the users to version " + version);
        String name = plan.alias().name();
        try (UsersOfVersion users =
                new UsersOfVersion(clients, name, plan.alias().qualifier().orElseThrow(), version)) {
            users.between(pace.now(), pace.now()); // Nothing is moved where errors cannot be read.
            mover.move(from, Map.of(version, canary.weight()));
            CanaryWatch watch = new CanaryWatch(canary, plan, users, pace, progress);
            while (watch.goesOn()) {
                if (pace.now().isAfter(warmedAt.plus(STAYS_WARM))) {
                    Proof kept = cycle(plan.keepWarm(version, canary));
                    watch.served(kept.served());
                    if (!kept.complete()) {
                        return Optional.of(kept);
                    }
                }
            }
            progress.begins("Proving that version " + version + " is still warm");
            Proof last = cycle(plan.keepWarm(version, canary));
            watch.served(last.served());
            met = Optional.of(watch.met());
            return last.complete() ? Optional.empty() : Optional.of(last);
        }
    }

    private Optional<AliasAnswers> seen() {
        if (!plan.knowsWarmEvents()) {
            return Optional.empty();
        }
        progress.begins("Calling the alias");
        try (AliasCheck check = new AliasCheck(clients, plan, pace)) {
            return Optional.of(check.await(version));
        }
    }
}
