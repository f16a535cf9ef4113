// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Doing;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The progress of a cycle on the embedded AWS: opened rounds and answered slots. */
final class CycleProgress implements ExecutionObserver, LambdaObserver {
    /** The state of keep-warm that opens a round. */
    private static final String OPENS_ROUND = "Open round";

    /** Without a terminal, a plain line is printed for each of this number of parts of a round. */
    private static final long PARTS = 4;

    private final long slots;
    private final Map<String, Integer> roundsByExecution = new HashMap<>();
    private String what = "a cycle";
    private int round;
    private long open;
    private long answered;

    /**
     * @param slots the slots of one round, over all targets
     */
    CycleProgress(long slots) {
        this.slots = slots;
    }

    /** Sets the name of the target, as soon as it is known. */
    synchronized void warming(String name) {
        what = name;
    }

    /** The current activity. */
    synchronized Doing doing() {
        if (round == 0) {
            return new Doing("Warming " + what, 0);
        }
        String text = "Warming " + what + ": round " + round + ", " + Count.plain(answered) + " of " + Count.plain(open)
                + " slots answered";
        return new Doing(text, round * (PARTS + 1) + (open == 0 ? 0 : answered * PARTS / open));
    }

    @Override
    public synchronized void on(HistoryEvent event) {
        if (event.state().equals(Optional.of(OPENS_ROUND)) && event.type().endsWith("StateEntered")) {
            int rounds = roundsByExecution.merge(event.executionArn(), 1, Integer::sum);
            if (rounds > round) {
                round = rounds;
                open = slots;
                answered = 0;
            }
        }
    }

    @Override
    public synchronized void on(EnvironmentEvent event) {
        if (event.kind() == EnvironmentEvent.EventKind.FREED && event.warmEvent()) {
            answered = Math.min(open, answered + 1);
        }
    }
}
