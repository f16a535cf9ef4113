// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class VirtualTimelineTest extends TimelineContract {

    private static final long START = 1_000_000;

    private final VirtualTimeline timeline = new VirtualTimeline(START);

    @Override
    Timeline timeline() {
        return timeline;
    }

    @Override
    void runUntilOpen(CountDownLatch latch) {
        timeline.runUntilIdle();
        assertThat(latch.getCount()).isZero();
    }

    @Test
    void time_jumps_to_the_next_event_and_stands_still_within_it() {
        List<Long> seen = new ArrayList<>();
        timeline.after(86_400_000, () -> seen.add(timeline.nowMillis()));
        timeline.after(250, () -> seen.add(timeline.nowMillis()));
        timeline.runUntilIdle();
        assertThat(seen).containsExactly(START + 250, START + 86_400_000);
        assertThat(timeline.nowMillis()).isEqualTo(START + 86_400_000);
    }

    @Test
    void running_until_an_instant_runs_what_is_due_at_it_and_leaves_the_rest() {
        List<String> ran = new ArrayList<>();
        timeline.at(START + 10, () -> ran.add("due"));
        timeline.at(START + 11, () -> ran.add("later"));
        timeline.runUntil(START + 10);
        assertThat(ran).containsExactly("due");
        timeline.runUntil(START + 10);
        assertThat(timeline.nowMillis()).isEqualTo(START + 10);
        timeline.runUntil(START + 500);
        assertThat(ran).containsExactly("due", "later");
        assertThat(timeline.nowMillis()).isEqualTo(START + 500);
    }

    @Test
    void a_cancelled_event_does_not_move_the_clock() {
        timeline.after(60_000, () -> {}).cancel();
        timeline.runUntilIdle();
        assertThat(timeline.nowMillis()).isEqualTo(START);
    }

    @Test
    void what_an_event_throws_comes_out_and_the_next_event_is_still_there() {
        List<String> ran = new ArrayList<>();
        timeline.post(() -> {
            throw new IllegalStateException("mine");
        });
        timeline.post(() -> ran.add("next"));
        assertThatThrownBy(timeline::runUntilIdle).hasMessage("mine");
        timeline.runUntilIdle();
        assertThat(ran).containsExactly("next");
    }
}
