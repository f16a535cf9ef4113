// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Checks the rules for the numbers of an output. {@link CycleOutput} checks its format. */
final class Consistency {
    /** Above this number of rows in total, environments are left out for all targets. */
    static final int MOST_ROWS = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{12}");

    private final boolean truncated;
    private final List<String> broken = new ArrayList<>();

    private Consistency(boolean truncated) {
        this.truncated = truncated;
    }

    /** The broken rules, each a sentence with its numbers; empty for a consistent output. */
    static List<String> brokenRules(CycleOutput output) {
        Consistency consistency = new Consistency(output.truncated() != null);
        consistency.look(output);
        return consistency.broken;
    }

    private void look(CycleOutput output) {
        rule(output.truncated() == null || output.truncated(), "truncated is true or absent");
        if (!truncated) {
            long requested = sum(output.targets().stream().mapToLong(TargetOutput::requested));
            long warm = sum(output.targets().stream().mapToLong(TargetOutput::warm));
            rule(output.requested() == requested, "requested is the sum of the targets', " + requested);
            rule(output.warm() == warm, "warm is the sum of the targets', " + warm);
            boolean withRows = warm <= MOST_ROWS;
            rule(
                    output.targets().stream()
                            .allMatch(target -> target.rounds() == 0 || (target.environments() != null) == withRows),
                    "environments are there up to " + MOST_ROWS + " rows in total, and for all targets or none");
        }
        output.targets().forEach(this::look);
    }

    private void look(TargetOutput target) {
        rule(target.requested() >= 1, "requested is 1 or more");
        rule(target.warm() >= 0 && target.unproven() >= 0, "warm and unproven are 0 or more");
        rule(
                target.slots() >= 0 && target.slots() - target.spare() <= target.requested(),
                "slots without spare ones are at most requested");
        rule(target.warm() + target.unproven() <= target.slots(), "warm and unproven are at most the slots");
        rule(
                target.reservedConcurrency() == null || target.slots() <= target.reservedConcurrency() * 4 / 5,
                "slots are at most 80 % of the reserved concurrency");
        rule(target.errors() != null || truncated, "errors are there");
        if (target.errors() != null) {
            long errors = sum(target.errors().values().stream().mapToLong(Integer::longValue));
            rule(errors == target.failed() + target.throttled(), "errors add up to failed and throttled: " + errors);
        }
        rule(target.warm() < target.requested() || target.reason() == null, "no reason where all are proven");
        rule(
                target.warm() + target.unproven() >= target.requested() || target.reason() != null,
                "a reason where fewer were proven than asked for");
        rule(target.reason() == null || target.reason().endsWith("."), "the reason is a sentence");
        rule(target.used() <= target.served(), "each used environment has served");
        rule(
                target.userColdStarts() >= 0 && target.userColdStarts() <= target.used(),
                "who met a cold start was served");
        rule(
                target.primed() >= 0
                        && target.primeFailed() >= 0
                        && target.primed() + target.primeFailed() <= target.sleepTasks(),
                "a sleep task primes once at most");
        rule(target.busyMillis() >= 0 && target.heldMillis() >= 0, "times are 0 or more");
        if (target.rounds() == 0) {
            lookAtLost(target);
        } else {
            lookAtRounds(target);
        }
    }

    private void lookAtLost(TargetOutput target) {
        rule(target.bestRound() == null && target.openedAt() == null, "no round, no best round");
        rule(
                target.failed() == target.slots() && target.failed() == target.sleepTasks(),
                "a lost target counts as all its slots failed");
        rule(target.executions() == 1, "a lost target is one execution");
        rule(
                target.environments() == null || target.environments().isEmpty(),
                "without a round there are no environments");
    }

    private void lookAtRounds(TargetOutput target) {
        rule(
                target.bestRound() != null && target.bestRound() >= 1 && target.bestRound() <= target.rounds(),
                "bestRound is one of the rounds: " + target.bestRound());
        rule(target.rounds() <= 5, "at most 5 rounds");
        rule(
                target.openedAt() + target.holdMillis() == target.holdUntil(),
                "openedAt and holdMillis make holdUntil: " + (target.openedAt() + target.holdMillis()));
        rule(target.holdMillis() >= 1 && target.holdMillis() <= 3000, "holdMillis is 1 to 3,000");
        rule(
                (target.reachMillis() == null) == (target.spreadMillis() == null),
                "reachMillis and spreadMillis are there together");
        long slots = target.sleepTasks();
        long leastSlots = (long) (target.slots() - target.spare()) * target.rounds();
        rule(target.demand() != null || slots >= leastSlots, "each round sends its slots, and spare ones: " + slots);
        rule(
                target.spare() <= Math.max(1, target.requested() / 10),
                "at most a tenth is spare, or one: " + target.spare());
        int arrivals =
                target.arrivals().values().stream().mapToInt(Integer::intValue).sum();
        rule(arrivals <= target.slots(), "warm arrivals are at most the slots: " + arrivals);
        int shards = target.slots() <= 32 ? 0 : (target.slots() + 31) / 32;
        boolean isNarrow = target.requested() + Math.max(1, target.requested() / 10) <= 32;
        rule(
                isNarrow ? target.executions() == 1 : target.executions() > shards,
                "an execution of keep-warm, and one for each shard: " + target.executions());
        rule(target.late() <= arrivals, "who came late came: " + target.late());
        rule(
                target.failed() + target.throttled() + target.coldStarts() <= slots,
                "slots failed, throttled or cold are at most all slots, " + slots);
        if (target.environments() != null) {
            lookAtRows(target, target.environments());
        }
    }

    private void lookAtRows(TargetOutput target, List<EnvironmentRow> rows) {
        rule(rows.size() == target.warm(), "a row for each warm environment: " + rows.size());
        rule(target.ids().size() == rows.size(), "ids are distinct");
        for (EnvironmentRow row : rows) {
            rule(ID.matcher(row.id()).matches(), "an id has 12 base64url characters: " + row.id());
            rule(row.initializedAt() <= row.arrivedAt(), "INIT before arrival: " + row);
            rule(row.arrivedAt() <= row.releasedAt(), "arrival before release: " + row);
            rule(row.initMillis() == null || row.initMillis() >= 0, "initMillis is 0 or more: " + row);
            rule(row.served() >= 0, "served is 0 or more: " + row);
        }
        long served = sum(rows.stream().mapToLong(EnvironmentRow::served));
        rule(served <= target.served(), "the rows' users are among all: " + served);
        long cold = rows.stream().filter(EnvironmentRow::coldStart).count();
        rule(cold <= target.coldStarts(), "the rows' cold starts are among all: " + cold);
        long held = sum(rows.stream().mapToLong(row -> row.releasedAt() - row.arrivedAt()));
        if (target.rounds() == 1 && target.warm() == target.slots()) {
            // then the rows contain all answers
            rule(served == target.served(), "the rows' users are all: " + served);
            rule(cold == target.coldStarts(), "the rows' cold starts are all: " + cold);
            rule(held == target.heldMillis(), "the rows' hold is all: " + held);
            lookAtArrivals(target, rows);
        } else {
            rule(held <= target.heldMillis(), "the rows' hold is among all: " + held);
        }
    }

    private void lookAtArrivals(TargetOutput target, List<EnvironmentRow> rows) {
        long[] arrivals = rows.stream()
                .filter(row -> !row.coldStart())
                .mapToLong(EnvironmentRow::arrivedAt)
                .sorted()
                .toArray();
        if (arrivals.length == 0) {
            rule(target.reachMillis() == null, "no reach without a warm arrival");
            return;
        }
        long latest = arrivals[arrivals.length - 1];
        rule(
                target.reachMillis() != null && target.reachMillis() == latest - target.openedAt(),
                "reachMillis is the latest warm arrival's: " + (latest - target.openedAt()));
        rule(
                target.spreadMillis() != null && target.spreadMillis() == latest - arrivals[0],
                "spreadMillis is from the first warm arrival to the latest: " + (latest - arrivals[0]));
    }

    private void rule(boolean holds, String sentence) {
        if (!holds) {
            broken.add(sentence);
        }
    }

    private static long sum(LongStream values) {
        return values.sum();
    }
}
