// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WallTimelineTest extends TimelineContract {

    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final WallTimeline timeline = new WallTimeline(failures::add);

    @AfterEach
    void close() {
        timeline.close();
    }

    @Override
    Timeline timeline() {
        return timeline;
    }

    @Override
    void runUntilOpen(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void what_an_event_throws_reaches_the_handler_and_the_next_event_runs() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        timeline.post(() -> {
            throw new AssertionError("mine");
        });
        timeline.post(next::countDown);
        assertThat(next.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("mine");
    }

    @Test
    void an_earlier_event_wakes_the_thread_that_waits_for_a_later_one() throws InterruptedException {
        CountDownLatch early = new CountDownLatch(1);
        timeline.after(3_600_000, () -> {});
        timeline.post(early::countDown);
        runUntilOpen(early);
    }

    @Test
    void closing_lets_the_running_event_finish_and_drops_the_others() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        timeline.post(() -> {
            begun.countDown();
            awaitQuietly(mayEnd);
            ran.add("running");
        });
        timeline.post(() -> ran.add("dropped"));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        Thread closer = new Thread(timeline::close);
        closer.start();
        closer.join(50);
        mayEnd.countDown();
        closer.join();
        timeline.post(() -> ran.add("too late"));
        timeline.close();
        assertThat(List.copyOf(ran)).containsExactly("running");
    }

    @Test
    void an_event_may_close_its_own_timeline() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        timeline.post(() -> {
            timeline.close();
            closed.countDown();
        });
        runUntilOpen(closed);
    }

    @Test
    void an_interrupt_does_not_end_the_thread() throws InterruptedException {
        CountDownLatch after = new CountDownLatch(1);
        timeline.post(() -> Thread.currentThread().interrupt());
        timeline.after(20, after::countDown);
        runUntilOpen(after);
    }

    @Test
    void other_events_run_while_one_does_long_work_and_none_beside_what_comes_after_it() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(3);
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        timeline.post(() -> {
            ran.add(timeline.meanwhile(() -> {
                awaitQuietly(others);
                return "worked";
            }));
            timeline.post(end::countDown);
            ran.add("after it");
        });
        for (int i = 0; i < 3; i++) {
            timeline.post(() -> {
                ran.add("other");
                others.countDown();
            });
        }
        runUntilOpen(end);
        assertThat(List.copyOf(ran)).containsExactly("other", "other", "other", "worked", "after it");
    }

    @Test
    void long_work_of_several_events_ends_in_any_order() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        timeline.post(() -> {
            timeline.meanwhile(() -> {
                awaitQuietly(second);
                return true;
            });
            ran.add("first");
            timeline.post(end::countDown);
        });
        timeline.post(() -> {
            timeline.meanwhile(() -> true);
            ran.add("second");
            second.countDown();
        });
        runUntilOpen(end);
        assertThat(List.copyOf(ran)).containsExactly("second", "first");
    }

    @Test
    void closing_drops_what_comes_after_long_work() throws InterruptedException {
        CountDownLatch overtaken = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        timeline.post(() -> {
            try {
                timeline.meanwhile(() -> {
                    awaitQuietly(mayEnd);
                    return true;
                });
                ran.add("after it");
            } finally {
                over.countDown();
            }
        });
        timeline.post(overtaken::countDown);
        runUntilOpen(overtaken);
        timeline.close();
        mayEnd.countDown();
        runUntilOpen(over);
        assertThat(ran).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
