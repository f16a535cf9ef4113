// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import dev.stoker.cli.calibrate.figures.Probe.Seen;
import dev.stoker.cli.calibrate.figures.Trial.Outlived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tracks environments over all probes and decides for each wait which of them survived it.
 *
 * <p>A measuring probe and the cycles that follow it at once are one step. An environment that answers in a step lived. One that
 * does not is gone only if an environment started in the step because no other was free, no sleep task failed, and it answers
 * in no later probe either: otherwise users may have used it, or no call reached it.
 */
public final class Trials {
    /** A cycle follows another one at once if it opens within this time: the first may take a cold start to its end. */
    private static final long AT_ONCE_MILLIS = 120_000;

    private final List<List<Probe>> steps = new ArrayList<>();
    private final List<Trial> all = new ArrayList<>();
    private Map<String, Seen> known = new HashMap<>();
    private List<Trial> lastWait = List.of();
    private int withoutAnswer;

    private Trials(List<Probe> probes) {
        for (Probe probe : probes) {
            if (steps.isEmpty() || !continues(probe)) {
                steps.add(new ArrayList<>());
            }
            lastStep().add(probe);
        }
        for (int step = 0; step < steps.size(); step++) {
            follow(step);
        }
    }

    /** Evaluates probes, which must be in their order. */
    public static Trials of(List<Probe> probes) {
        return new Trials(probes);
    }

    private boolean continues(Probe probe) {
        Probe before = lastStep().get(lastStep().size() - 1);
        return !probe.isMeasuring()
                && probe.pass() == before.pass()
                && probe.openedAt() - before.openedAt() < AT_ONCE_MILLIS;
    }

    private List<Probe> lastStep() {
        return steps.get(steps.size() - 1);
    }

    private void follow(int step) {
        List<Probe> probes = steps.get(step);
        Map<String, Seen> seen = new HashMap<>();
        probes.forEach(probe -> probe.seen().forEach(environment -> seen.put(environment.id(), environment)));
        withoutAnswer = 0;
        if (probes.get(0).isMeasuring()) {
            lastWait =
                    known.values().stream().map(before -> trial(step, before)).toList();
            all.addAll(lastWait);
        }
        known = seen;
    }

    private Trial trial(int step, Seen before) {
        List<Probe> probes = steps.get(step);
        long wait = probes.get(0).waitMillis();
        Optional<Seen> answer = probes.stream()
                .flatMap(probe -> probe.seen().stream())
                .filter(environment -> environment.id().equals(before.id()))
                .findFirst();
        long end = answer.map(Seen::arrivedAt).orElse(probes.get(0).openedAt());
        Outlived outcome =
                answer.map(after -> answered(wait, before, after)).orElseGet(() -> silent(step, wait, before));
        return new Trial(wait, outcome, end - before.initializedAt());
    }

    private static Outlived answered(long wait, Seen before, Seen after) {
        if (after.served() > 0) {
            return Outlived.USED;
        }
        return Trial.isInTime(wait, after.arrivedAt() - before.releasedAt()) ? Outlived.YES : Outlived.MISTIMED;
    }

    private Outlived silent(int step, long wait, Seen before) {
        List<Probe> probes = steps.get(step);
        boolean shown = probes.stream().anyMatch(Probe::metNoFreeEnvironment)
                && probes.stream().allMatch(probe -> probe.failed() == 0);
        withoutAnswer += shown ? 0 : 1;
        if (!shown || answersAfter(step, before.id())) {
            return Outlived.UNKNOWN;
        }
        return Trial.isInTime(wait, probes.get(0).openedAt() - before.releasedAt()) ? Outlived.NO : Outlived.MISTIMED;
    }

    private boolean answersAfter(int step, String id) {
        return steps.subList(step + 1, steps.size()).stream()
                .flatMap(List::stream)
                .flatMap(probe -> probe.seen().stream())
                .anyMatch(environment -> environment.id().equals(id));
    }

    /** All trials: one for each environment and wait. */
    public List<Trial> all() {
        return List.copyOf(all);
    }

    /** The environments that answered in the last step. */
    public Set<String> known() {
        return new HashSet<>(known.keySet());
    }

    /** The number of environments of the last step that did not answer and may still be alive: another cycle can tell. */
    public int withoutAnswer() {
        return withoutAnswer;
    }

    /** Whether none outlived the last wait, though some were left idle. */
    public boolean lastWaitEndedAll() {
        return lastWait.stream().anyMatch(Trial::counts)
                && lastWait.stream().noneMatch(trial -> trial.outcome() == Outlived.YES);
    }
}
