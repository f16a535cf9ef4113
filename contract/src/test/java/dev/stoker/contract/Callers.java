// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Users of {@link dev.stoker.contract.handlers.KnowsWhoWaited} who call again as soon as they have an answer. */
final class Callers implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Wait> waits = new CopyOnWriteArrayList<>();
    private volatile boolean leaving;

    private record Wait(String answer, List<AtomicInteger> left, CountDownLatch users) {}

    Callers(TargetFunction function, String alias, int number) {
        for (int i = 0; i < number; i++) {
            int user = i;
            Thread thread = new Thread(() -> call(function, alias, user), "user-" + user);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void call(TargetFunction function, String alias, int user) {
        while (!leaving) {
            try {
                String answer = function.invoke(alias, Long.toString(System.currentTimeMillis()))
                        .replace("\"", "");
                answers.add(answer);
                waits.forEach(wait -> note(wait, answer, user));
            } catch (RuntimeException failed) {
                errors.add(String.valueOf(failed.getMessage()));
            }
        }
    }

    private static void note(Wait wait, String answer, int user) {
        if (answer.equals(wait.answer()) && wait.left().get(user).decrementAndGet() == 0) {
            wait.users().countDown();
        }
    }

    /** Waits until each user has had this answer so many times from now on. */
    void awaitEach(String answer, int times) {
        List<AtomicInteger> left =
                threads.stream().map(user -> new AtomicInteger(times)).toList();
        Wait wait = new Wait(answer, left, new CountDownLatch(threads.size()));
        waits.add(wait);
        try {
            if (!wait.users().await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no user got " + answer + ", but " + answers + " and errors " + errors);
            }
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
    }

    /** All different answers so far. */
    Set<String> answers() {
        return new TreeSet<>(answers);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        leaving = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException ending) {
                throw new IllegalStateException(ending);
            }
        }
    }
}
