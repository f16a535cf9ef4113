// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.calibrate.figures.Trial;
import dev.stoker.cli.calibrate.figures.Trials;
import dev.stoker.cli.calibrate.measure.CalibrationState.Wait;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Doing;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.outcome.Execution;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Goes through a plan: warms the environments, leaves them idle, and looks which of them answer. After each cycle what is known is
 * handed to a keeper, so that the calibration can be taken up again wherever it was stopped.
 */
public final class CalibrationRun {
    /** Cycles that follow one another at once, to warm all environments or to find out what became of one. */
    private static final int MOST_TRIES = 4;

    /** Users may bring further environments; so many times the requested ones are followed. */
    private static final long MOST_TIMES = 2;

    private final ProbePlace place;
    private final ProbeReader reader;
    private final Consumer<CalibrationState> keeper;
    private CalibrationState state;
    private volatile String text = "Calibrating";
    private volatile long dueMillis;
    private final AtomicLong step = new AtomicLong();

    /**
     * A run that begins, or goes on.
     *
     * @param keeper takes the state before and after each cycle
     */
    public CalibrationRun(ProbePlace place, CalibrationState state, Consumer<CalibrationState> keeper) {
        this.place = place;
        this.state = state;
        this.keeper = keeper;
        this.reader = new ProbeReader(place.size(state.plan().function()));
    }

    /** What is being done now, for people. May be asked from any thread. */
    public Doing doing() {
        long left = dueMillis - place.nowMillis();
        String rest = left > 0 ? ", " + Durations.text(Duration.ofSeconds(left / 1_000 + 1)) + " left" : "";
        return new Doing(text + rest, step.get());
    }

    /**
     * Runs to the end of the plan.
     *
     * @return all that was seen
     * @throws Failure if a cycle fails, or users need the concurrency; what was seen until then has been kept
     */
    public CalibrationState perform() {
        boolean isFresh = !state.probing();
        for (Optional<Wait> next = state.next(); next.isPresent(); next = state.next()) {
            Wait wait = next.get();
            if (!isFresh || !isWarm(wait)) {
                warm(wait.pass());
            }
            isFresh = leaveIdle(wait);
            if (isFresh) {
                measure(wait);
            }
        }
        return state;
    }

    private boolean isWarm(Wait wait) {
        return state.last().filter(last -> last.pass() == wait.pass()).isPresent() && known() >= concurrency();
    }

    /** Until a round meets warm environments alone: it also shows how their warm events arrive. */
    private void warm(int pass) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            say("Pass " + pass + " of " + state.plan().passes() + ": warming "
                    + Count.of(concurrency(), "environment"));
            probe(pass, 0, Math.max(concurrency(), known()));
            if (known() >= concurrency() && state.last().orElseThrow().allWarm()) {
                return;
            }
        }
        if (known() >= concurrency()) {
            return; // some start again each time, which is what is measured
        }
        throw new Failure(
                ExitCode.FAILED,
                "Stoker.NotWarm",
                Count.of(MOST_TRIES, "cycle") + " in a row proved only " + known() + " of "
                        + Count.of(concurrency(), "environment")
                        + ". Raise --max-hold-millis, or run stoker run and look at its table.");
    }

    /** Lets time pass; says whether it passed as planned, which it did not if this machine slept too long. */
    private boolean leaveIdle(Wait wait) {
        long since = state.last().orElseThrow().answeredAt();
        dueMillis = since + wait.millis();
        say("Pass " + wait.pass() + " of " + state.plan().passes() + ": left idle for "
                + Durations.text(Duration.ofMillis(wait.millis())));
        place.waitUntil(dueMillis);
        return place.nowMillis() <= since + Trial.latestMillis(wait.millis());
    }

    private void measure(Wait wait) {
        probe(wait.pass(), wait.millis(), known());
        for (int tries = 0; tries < MOST_TRIES && withoutAnswer() > 0; tries++) {
            probe(wait.pass(), 0, known() + withoutAnswer() + 1);
        }
    }

    /** Runs one cycle of so many slots, as far as one may have them. */
    private void probe(int pass, long waitMillis, long slots) {
        long sent = Math.min(slots, Math.min(MOST_TIMES * concurrency(), CalibrationPlan.MOST_CONCURRENCY));
        ObjectNode input = state.plan().input(sent);
        keep(state.began());
        Execution execution = place.run(new CycleInput(input.toString(), input));
        keep(state.with(reader.read(execution, pass, waitMillis, sent, place.nowMillis())));
    }

    private void keep(CalibrationState newer) {
        state = newer;
        keeper.accept(newer);
    }

    private void say(String now) {
        text = now;
        step.incrementAndGet();
    }

    private long concurrency() {
        return state.plan().concurrency();
    }

    private long known() {
        return Trials.of(state.probes()).known().size();
    }

    private int withoutAnswer() {
        return Trials.of(state.probes()).withoutAnswer();
    }
}
