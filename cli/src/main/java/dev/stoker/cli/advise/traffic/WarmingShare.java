// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.cycles.Cycle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The warming's share of a function's metrics, from the log of cycles: how many invocations of each cycle were sleep tasks, how long
 * they held, and in which data points they raised the largest number at once.
 */
public final class WarmingShare {
    /** The rest of an invocation after its hold, and the precision of a metric's time. */
    private static final long MARGIN_MILLIS = 1_000;

    /** What one cycle did to one function. */
    private record Use(long fromMillis, long untilMillis, double invocations, double heldMillis) {}

    private final List<Use> uses;

    /**
     * The share of some cycles.
     *
     * @param function the name, with or without alias or version: metrics are those of all versions together
     */
    public WarmingShare(List<Cycle> cycles, FunctionName function) {
        List<Use> found = new ArrayList<>();
        for (Cycle cycle : cycles) {
            for (JsonNode target : cycle.output().path("targets")) {
                if (isOf(target, function)) {
                    use(cycle.output(), target).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparingLong(Use::fromMillis));
        uses = List.copyOf(found);
    }

    /** Whether a target of a cycle is this function, with any alias or version. */
    private static boolean isOf(JsonNode target, FunctionName function) {
        return FunctionName.parse(target.path("function").asText())
                .filter(name -> name.name().equals(function.name()))
                .isPresent();
    }

    private static Optional<Use> use(JsonNode cycle, JsonNode target) {
        JsonNode opened = target.path("openedAt");
        if (!opened.isIntegralNumber()) {
            return Optional.empty();
        }
        long from = cycle.path("startedAt").asLong(opened.asLong());
        long until = Math.max(
                from + cycle.path("durationMillis").asLong(),
                target.path("holdUntil").asLong(opened.asLong()));
        long sent = target.path("sleepTasks").asLong(target.path("requested").asLong());
        return Optional.of(new Use(
                from,
                until + MARGIN_MILLIS,
                Math.max(0, sent - target.path("throttled").asLong()),
                target.path("heldMillis").asLong()));
    }

    /** Sleep tasks of all cycles. */
    public double invocations() {
        return uses.stream().mapToDouble(Use::invocations).sum();
    }

    /** The time that they held. */
    public double heldMillis() {
        return uses.stream().mapToDouble(Use::heldMillis).sum();
    }

    /** Cycles that warmed the function. */
    public long cycles() {
        return uses.size();
    }

    /**
     * Subtracts the share. If a data point has too few invocations, the rest is subtracted from the next one, because the sleep tasks of
     * a cycle may have begun in either. If a cycle raised the peak of a data point, the larger peak of the nearest data points without a
     * cycle replaces it.
     *
     * @param rows in the order of time, without overlaps
     */
    List<TrafficRow> takenOutOf(List<TrafficRow> rows) {
        List<TrafficRow> users = new ArrayList<>();
        double invocations = 0;
        double held = 0;
        int use = 0;
        for (int i = 0; i < rows.size(); i++) {
            TrafficRow row = rows.get(i);
            double carriedInvocations = invocations;
            double carriedHeld = held;
            invocations = 0;
            held = 0;
            for (; use < uses.size() && uses.get(use).fromMillis() < row.endMillis(); use++) {
                if (uses.get(use).fromMillis() >= row.startMillis()) {
                    invocations += uses.get(use).invocations();
                    held += uses.get(use).heldMillis();
                }
            }
            double wanted = carriedInvocations + invocations;
            double wantedHeld = carriedHeld + held;
            users.add(new TrafficRow(
                    row.startMillis(),
                    row.lengthMillis(),
                    Math.max(0, row.requests() - wanted),
                    Math.max(0, row.busyMillis() - wantedHeld),
                    isRaised(row) ? neighbours(rows, i) : row.peak()));
            // Only what began here may be counted in the next row; the rest was never counted.
            invocations = Math.min(invocations, Math.max(0, wanted - row.requests()));
            held = Math.min(held, Math.max(0, wantedHeld - row.busyMillis()));
        }
        return users;
    }

    private OptionalInt neighbours(List<TrafficRow> rows, int at) {
        OptionalInt largest = OptionalInt.empty();
        for (int i : new int[] {at - 1, at + 1}) {
            if (i >= 0
                    && i < rows.size()
                    && !isRaised(rows.get(i))
                    && rows.get(i).peak().isPresent()) {
                int peak = rows.get(i).peak().getAsInt();
                largest = OptionalInt.of(Math.max(peak, largest.orElse(0)));
            }
        }
        return largest;
    }

    private boolean isRaised(TrafficRow row) {
        return firstAfter(row) < uses.size() && uses.get(firstAfter(row)).fromMillis() < row.endMillis();
    }

    /** The first use that ends after the row's beginning. Uses of one function overlap too rarely to matter. */
    private int firstAfter(TrafficRow row) {
        int low = 0;
        int high = uses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (uses.get(middle).untilMillis() <= row.startMillis()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
