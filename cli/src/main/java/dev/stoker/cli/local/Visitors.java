// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Users who call a function again as soon as they have an answer, until they leave. */
public final class Visitors {
    private final LocalAws aws;
    private final Predicate<String> startedFor;
    private final String function;
    private final int number;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final List<VisitorWait> waits = new ArrayList<>();

    /** The answers that each user has had of a version. */
    private final Map<String, int[]> answers = new HashMap<>();

    private List<Served> served = new ArrayList<>();
    private boolean leaving;
    private int left;

    /** Waits until each user has had so many answers of a version. */
    private record VisitorWait(String version, int times, CompletableFuture<Void> over) {}

    /**
     * Sends the first request of each user.
     *
     * @param startedFor whether an environment was started for the request with this ID, because none was free
     * @param function what they call, with its alias
     * @param number how many users, 1 or more
     */
    public Visitors(LocalAws aws, Predicate<String> startedFor, String function, int number) {
        this.aws = aws;
        this.startedFor = startedFor;
        this.function = function;
        this.number = number;
        aws.at(aws.nowMillis(), () -> {
            for (int user = 0; user < number; user++) {
                call(user);
            }
        });
    }

    private void call(int user) {
        long sent = System.nanoTime();
        var unused = aws.invokeAsUser(function).thenAccept(outcome -> answered(user, sent, outcome));
    }

    private synchronized void answered(int user, long sent, InvokeOutcome outcome) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
        boolean fine = false;
        if (outcome instanceof InvokeOutcome.Answered answered) {
            fine = !answered.functionError();
            answers.computeIfAbsent(answered.executedVersion(), unused -> new int[number])[user]++;
        }
        served.add(new Served(millis, startedFor.test(outcome.requestId()), fine));
        waits.removeIf(this::isOver);
        if (!leaving) {
            call(user);
        } else if (++left == number) {
            gone.complete(null);
        }
    }

    private boolean isOver(VisitorWait wait) {
        int[] ofVersion = answers.getOrDefault(wait.version(), new int[number]);
        return Arrays.stream(ofVersion).allMatch(times -> times >= wait.times())
                && wait.over().complete(null);
    }

    /** Completes when each user has had so many answers of a version. */
    public synchronized CompletableFuture<Void> whenServedBy(String version, int times) {
        VisitorWait wait = new VisitorWait(version, times, new CompletableFuture<>());
        if (!isOver(wait)) {
            waits.add(wait);
        }
        return wait.over();
    }

    /** How all requests were served that ended since the last call. */
    public synchronized Burst take() {
        Burst burst = Burst.of(served);
        served = new ArrayList<>();
        return burst;
    }

    /** Sends them away, and waits until each has an answer. */
    public void leave() {
        synchronized (this) {
            leaving = true;
        }
        gone.join();
    }
}
