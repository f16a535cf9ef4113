// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.LocalAws;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** People who all come at once and wait for an answer. */
final class Crowd {
    private final LocalAws aws;
    private final Environments environments;
    private final String event;

    /** @param event what each of them sends */
    Crowd(LocalAws aws, Environments environments, String event) {
        this.aws = aws;
        this.environments = environments;
        this.event = event;
    }

    /** So many come now; completes when the last has an answer, within the event that brings it. */
    CompletableFuture<Burst> come(int number) {
        CompletableFuture<Burst> over = new CompletableFuture<>();
        aws.at(
                aws.nowMillis(),
                () -> { // in one event: nobody is served before all are there
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
        return aws.invoke(event).thenApply(outcome -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
            return new Served(millis, environments.startedFor(outcome.requestId()), isAnswer(outcome));
        });
    }

    private static boolean isAnswer(InvokeOutcome outcome) {
        return outcome instanceof InvokeOutcome.Answered answered && !answered.functionError();
    }
}
