// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state of each environment after some events, so that these events need not be kept. The page's script does the same. */
final class LaneStates {
    private final Map<String, Lane> byId = new LinkedHashMap<>();

    /** What an environment does, each with its number on the wire. */
    private enum State {
        INIT(0),
        HOLD(1),
        USER(2),
        IDLE(3);

        private final int number;

        State(int number) {
            this.number = number;
        }
    }

    private static final class Lane {
        private State state = State.INIT;
        private long since;
        private long initMillis = -1;
        private long holds;
        private long users;
    }

    void apply(LiveEvent event) {
        switch (event.kind()) {
            case STARTED -> turn(byId.computeIfAbsent(event.subject(), id -> new Lane()), State.INIT, event);
            case INITIALIZED -> {
                Lane lane = byId.get(event.subject());
                if (lane != null) {
                    lane.initMillis = event.atMillis() - lane.since;
                    turn(lane, State.IDLE, event);
                }
            }
            case INVOKED -> invoked(event);
            case FREED -> {
                Lane lane = byId.get(event.subject());
                if (lane != null) {
                    turn(lane, State.IDLE, event);
                }
            }
            case RECLAIMED -> byId.remove(event.subject());
            case CYCLE_STARTED, CYCLE_ENDED, NOTE -> {
                // not an event of an environment
            }
        }
    }

    private void invoked(LiveEvent event) {
        Lane lane = byId.get(event.subject());
        if (lane == null) {
            return;
        }
        if (event.first() == 1) {
            lane.holds++;
            turn(lane, State.HOLD, event);
        } else {
            lane.users++;
            turn(lane, State.USER, event);
        }
    }

    private static void turn(Lane lane, State state, LiveEvent event) {
        lane.state = state;
        lane.since = event.atMillis();
    }

    /** Writes a row for each environment that exists: its ID, its state as a number, since when, its INIT in ms or -1, sleep tasks, users. */
    void writeTo(ArrayNode rows) {
        byId.forEach((id, lane) -> rows.addArray()
                .add(id)
                .add(lane.state.number)
                .add(lane.since)
                .add(lane.initMillis)
                .add(lane.holds)
                .add(lane.users));
    }
}
