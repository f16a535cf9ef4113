// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.time.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;

/** The steps of work on a stack, which run one after another within the present event instead of in events of their own. */
final class WithinOneEvent implements Timeline {
    private final Timeline timeline;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    WithinOneEvent(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Runs all steps, also those that steps add. */
    void run() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    @Override
    public long nowMillis() {
        return timeline.nowMillis();
    }

    @Override
    public void post(Runnable step) {
        steps.add(step);
    }

    @Override
    public Cancellable at(long epochMillis, Runnable event) {
        return timeline.at(epochMillis, event);
    }
}
