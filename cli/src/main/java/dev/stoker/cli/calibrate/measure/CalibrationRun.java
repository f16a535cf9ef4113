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
 * Performs a plan: warms the environments, leaves them idle, and then looks which of them answer. It passes its state to a keeper
 * before and after each cycle, so that the calibration can be resumed after any stop.
 */
public final class CalibrationRun {
    /** The maximum number of consecutive cycles to warm all environments, or to find out whether a missing one has ended. */
    private static final int MOST_TRIES = 4;

    /** Users' requests may start more environments. At most this many times the requested number is measured. */
    private static final long MOST_TIMES = 2;

    private final ProbePlace place;
    private final ProbeReader reader;
    private final Consumer<CalibrationState> keeper;
    private CalibrationState state;
    private volatile String text = "Calibrating";
    private volatile long dueMillis;
    private final AtomicLong step = new AtomicLong();

    /**
     * Creates a run that starts at the given state.
     *
     * @param keeper receives the state before and after each cycle
     */
    public CalibrationRun(ProbePlace place, CalibrationState state, Consumer<CalibrationState> keeper) {
        this.place = place;
        this.state = state;
        this.keeper = keeper;
        this.reader = new ProbeReader(place.findSize(state.plan().function()));
    }

    /** The current activity, for progress output. May be called from any thread. */
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

    /** Runs cycles until a round has no cold start. That round also measures how warm events arrive. */
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
            return; // some environments start again in each round, which the measurement will show
        }
        throw new Failure(
                ExitCode.FAILED,
                "Stoker.NotWarm",
                Count.of(MOST_TRIES, "cycle") + " in a row proved only " + known() + " of "
                        + Count.of(concurrency(), "environment")
                        + ". Raise --max-hold-millis, or run stoker run and look at its table.");
    }

    /** Waits. Returns false if the wait became too long, for example because this machine was suspended. */
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

    /** Runs one cycle with this number of slots, or with the maximum if it is lower. */
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
