// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Users who all arrive at once and wait for an answer. */
public final class Crowd {
    private final LocalAws aws;
    private final Predicate<String> startedFor;

    /**
     * @param startedFor whether an environment was started for the request with this ID, because none was free
     */
    public Crowd(LocalAws aws, Predicate<String> startedFor) {
        this.aws = aws;
        this.startedFor = startedFor;
    }

    /** Sends this number of requests now. Completes when the last one is answered, within the event of this answer. */
    public CompletableFuture<Burst> come(int number) {
        CompletableFuture<Burst> over = new CompletableFuture<>();
        aws.at(
                aws.nowMillis(),
                () -> { // in one event, so that all requests arrive before the first is served
                    List<CompletableFuture<Served>> all = new ArrayList<>();
                    for (int user = 0; user < number; user++) {
                        all.add(one());
                    }
                    var unused = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                            .thenRun(() -> over.complete(Burst.of(
                                    all.stream().map(CompletableFuture::join).toList())));
                });
        return over;
    }

    private CompletableFuture<Served> one() {
        long sent = System.nanoTime();
        return aws.invoke().thenApply(outcome -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
            return new Served(millis, startedFor.test(outcome.requestId()), isAnswer(outcome));
        });
    }

    private static boolean isAnswer(InvokeOutcome outcome) {
        return outcome instanceof InvokeOutcome.Answered answered && !answered.functionError();
    }
}
