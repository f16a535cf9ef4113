// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every timeline keeps to, whatever drives it. */
abstract class TimelineContract {

    /** What has run, in its order. */
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    /** The timeline under test. */
    abstract Timeline timeline();

    /** Lets the timeline run until this latch is open, and fails if it stays closed. */
    abstract void runUntilOpen(CountDownLatch latch) throws InterruptedException;

    @Test
    void events_run_in_the_order_of_their_instants() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        long start = timeline().nowMillis() + 20;
        timeline().at(start + 20, last("third", last));
        timeline().at(start, () -> ran.add("first"));
        timeline().at(start + 10, () -> ran.add("second"));
        runUntilOpen(last);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void events_of_one_instant_run_in_the_order_in_which_they_were_handed_in() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        long instant = timeline().nowMillis() + 20;
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "event " + i;
            expected.add(name);
            timeline().at(instant, () -> ran.add(name));
        }
        timeline().at(instant, last::countDown);
        runUntilOpen(last);
        assertThat(ran).containsExactlyElementsOf(expected);
    }

    @Test
    void an_instant_that_has_passed_means_as_soon_as_possible_and_overtakes_nothing() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        timeline().post(() -> {
            timeline().post(() -> ran.add("posted"));
            timeline().at(0, () -> ran.add("passed"));
            timeline().after(-5, () -> ran.add("after less than nothing"));
            timeline().post(last("posted last", last));
        });
        runUntilOpen(last);
        assertThat(ran).containsExactly("posted", "passed", "after less than nothing", "posted last");
    }

    @Test
    void the_clock_has_reached_an_events_instant_when_it_runs() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        long instant = timeline().nowMillis() + 30;
        List<Long> seen = new ArrayList<>();
        timeline().at(instant, () -> {
            seen.add(timeline().nowMillis());
            last.countDown();
        });
        runUntilOpen(last);
        assertThat(seen.get(0)).isGreaterThanOrEqualTo(instant);
    }

    @Test
    void a_cancelled_event_does_not_run_and_cancelling_one_that_has_run_does_nothing() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        Timeline.Cancellable cancelled = timeline().after(20, () -> ran.add("cancelled"));
        Timeline.Cancellable early = timeline().after(10, () -> ran.add("early"));
        cancelled.cancel();
        timeline().after(40, () -> {
            early.cancel();
            last.countDown();
        });
        runUntilOpen(last);
        assertThat(ran).containsExactly("early");
    }

    @Test
    void an_event_may_cancel_another_of_its_own_instant() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        long instant = timeline().nowMillis() + 20;
        Timeline.Cancellable[] second = new Timeline.Cancellable[1];
        timeline().at(instant, () -> second[0].cancel());
        second[0] = timeline().at(instant, () -> ran.add("cancelled"));
        timeline().at(instant + 1, last::countDown);
        runUntilOpen(last);
        assertThat(ran).isEmpty();
    }

    @Test
    void any_thread_may_post_and_each_threads_events_keep_their_order() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(400);
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    String event = name + i;
                    timeline().post(() -> {
                        ran.add(event);
                        all.countDown();
                    });
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        runUntilOpen(all);
        assertThat(ran).hasSize(400);
        assertThat(ran.stream().filter(event -> event.startsWith("c")).toList())
                .startsWith("c0", "c1", "c2")
                .endsWith("c98", "c99");
    }

    @Test
    void events_never_run_inside_one_another() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        timeline().post(() -> {
            timeline().post(last("inner", last));
            ran.add("outer ends");
        });
        runUntilOpen(last);
        assertThat(ran).containsExactly("outer ends", "inner");
    }

    private Runnable last(String name, CountDownLatch latch) {
        return () -> {
            ran.add(name);
            latch.countDown();
        };
    }
}
