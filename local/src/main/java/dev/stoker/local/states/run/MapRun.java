// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.State.Exit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An attempt of a Map. Several iterations run at once; the first that fails stops all others. */
final class MapRun {

    private final MapState state;
    private final Visit visit;
    private final List<Iteration> running = new ArrayList<>();
    private JsonArray items = JsonArray.of(List.of());
    private int width;
    private Object[] results = {};
    private int started;
    private int succeeded;
    private boolean starting;
    private boolean stopped;

    MapRun(MapState state, Visit visit) {
        this.state = state;
        this.visit = visit;
    }

    void start() {
        Bindings bindings = visit.bindings();
        int requested =
                state.maxConcurrency() == null ? 0 : state.maxConcurrency().render(bindings);
        width = requested == 0 ? MapState.MOST_AT_ONCE : Math.min(requested, MapState.MOST_AT_ONCE);
        items = items(bindings);
        results = new Object[items.size()];
        visit.record("MapStateStarted", null, null, JsonObject.ofPairs("length", items.size()));
        visit.onCancel(this::stop);
        proceed();
    }

    private JsonArray items(Bindings bindings) {
        if (state.items() != null) {
            return (JsonArray) state.items().renderAs("array", bindings);
        }
        if (visit.input() instanceof JsonArray array) {
            return array;
        }
        throw bindings.evaluationFailed(
                "Items", "Map state input must be an array but was: " + Json.text(visit.input()));
    }

    private void proceed() {
        if (starting) {
            return; // an ItemSelector is being evaluated, and its caller continues afterwards
        }
        try {
            startIterations();
            if (succeeded == items.size()) {
                finish();
            }
        } catch (StateFailed failure) {
            stop();
            throw failure;
        }
    }

    private void startIterations() {
        starting = true;
        try {
            while (running.size() < width && started < items.size()) {
                startIteration(started++);
            }
        } finally {
            starting = false;
        }
    }

    private void startIteration(int index) {
        Object item = requireNonNull(items.get(index), "an item below the length");
        Object input = item;
        if (state.itemSelector() != null) {
            input = state.itemSelector().render(visit.bindingsForItem(described(item, index)));
            if (stopped) {
                throw new Visit.Left(); // another iteration has failed in this time
            }
            if (Json.size(input) > Exit.MOST_BYTES) {
                throw StateFailed.tooLarge(visit.name());
            }
        }
        Iteration iteration = new Iteration(index);
        running.add(iteration);
        iteration.branch.start(input);
    }

    private static JsonObject described(Object item, int index) {
        return JsonObject.ofPairs("Item", JsonObject.ofPairs("Index", index, "Value", item));
    }

    private void finish() {
        JsonArray result = JsonArray.of(Arrays.asList(results));
        if (Json.size(result) > Exit.MOST_BYTES) {
            throw StateFailed.tooLarge(visit.name());
        }
        visit.recordAside("MapStateSucceeded", null);
        state.exit().take(visit, visit.bindings().with("result", result), result);
    }

    private void stop() {
        stopped = true;
        running.forEach(iteration -> iteration.branch.cancel());
        running.clear();
        started = items.size(); // none is to follow
    }

    /** A running iteration. */
    private final class Iteration implements Branch.End {
        private final int index;
        private final Branch branch;

        Iteration(int index) {
            this.index = index;
            this.branch = visit.branch(state.iteration(), this);
            branch.record(event("MapIterationStarted"));
        }

        private HistoryEvent.Details event(String type) {
            return new HistoryEvent.Details(type, visit.name(), index);
        }

        @Override
        public void ended(Object output) {
            running.remove(this);
            results[index] = output;
            succeeded++;
            visit.followAfter(branch);
            if (succeeded == items.size()) {
                visit.recordIteration(
                        "MapIterationSucceeded", index); // recorded on AWS: the Map goes on behind the last one
            } else {
                visit.recordAside("MapIterationSucceeded", index);
            }
            visit.run(MapRun.this::proceed);
        }

        @Override
        public void failed(StateFailed failure) {
            running.remove(this);
            visit.followAfter(branch);
            visit.recordAside("MapIterationFailed", index);
            running.forEach(other -> visit.recordAside("MapIterationAborted", other.index));
            stop();
            visit.run(() -> {
                throw failure;
            });
        }
    }
}
