// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.contract.handlers.Slow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Users come first: warming uses only a part of a function's concurrency, and does not retry after a throttle. */
@AtAnEndpoint
final class ThrottlingTest {
    private static final int RESERVED = 10;
    private static final int USERS = 8;
    private static final int FREE = RESERVED - USERS;
    private static final int MOST_FOR_WARMING = 8; // 80 %

    private final Contract contract;

    ThrottlingTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void throttled_slots_are_counted_and_no_further_round_takes_what_users_need() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TargetFunction function = contract.create(FunctionSpec.wrapping(Slow.class))) {
            function.reserveConcurrency(RESERVED);
            assertThatCycle(contract.keepWarm()
                            .run(Input.of(function, MOST_FOR_WARMING).patient()))
                    .provesEnvironments(MOST_FOR_WARMING);

            // Long enough for the cycle to end before them. LocalStack is slower.
            int longer = contract.isLocalStack() ? 2 : 1;
            List<CompletableFuture<String>> users = invokeAtOnce(function, USERS, longer * 10_000, threads);
            List<CompletableFuture<String>> leaving = invokeAtOnce(function, FREE, longer * 3_000, threads);
            awaitThrottle(function);
            leaving.forEach(CompletableFuture::join);

            Cycle cycle = contract.keepWarm().run(Input.of(function, FREE + 3).with("holdMillis", 1000));

            assertThat(users).as("the users are still served").noneMatch(CompletableFuture::isDone);
            assertThatCycle(cycle).fellShort().says(target -> {
                assertThat(target.warm()).isEqualTo(FREE);
                assertThat(target.throttled()).isEqualTo(3);
                assertThat(target.failed()).isZero();
                assertThat(target.errors()).isEqualTo(Map.of("Lambda.TooManyRequestsException", 3));
                assertThat(target.rounds()).isEqualTo(1);
                assertThat(target.coldStarts()).isZero();
                assertThat(target.reason()).contains("throttled");
            });
            assertThat(users).allSatisfy(user -> assertThat(user.join()).isEqualTo("\"done\""));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_fifth_of_the_reserved_concurrency_is_left_to_users_and_the_report_says_so() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            function.reserveConcurrency(5);

            assertThatCycle(contract.keepWarm().run(Input.of(function, 10).patient()))
                    .fellShort()
                    .says(target -> {
                        assertThat(target.requested()).isEqualTo(10);
                        assertThat(target.slots()).isEqualTo(4);
                        assertThat(target.warm()).isEqualTo(4);
                        assertThat(target.reservedConcurrency()).isEqualTo(5);
                        assertThat(target.limitKnown()).isTrue();
                        assertThat(target.throttled()).isZero();
                        assertThat(target.reason())
                                .contains("6 slots were not sent")
                                .contains("80 %")
                                .contains("Reserve at least 13");
                    });
        }
    }

    @Test
    void a_function_that_reserves_nothing_for_itself_is_not_called() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            function.reserveConcurrency(0);

            assertThatCycle(contract.keepWarm().run(Input.of(function, 2)))
                    .fellShort()
                    .says(target -> {
                        assertThat(target.rounds()).isZero();
                        assertThat(target.failed() + target.throttled()).isZero();
                        assertThat(target.reason()).contains("2 slots were not sent");
                    });
            assertThatCycle(contract.keepWarm().run(Input.of(function, 2).with("minWarm", 0)))
                    .succeeded();
        }
    }

    @Test
    void a_function_without_a_reservation_has_no_limit_of_its_own() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            assertThatCycle(contract.keepWarm().run(Input.of(function, 1).patient()))
                    .provesEnvironments(1)
                    .says(target -> {
                        assertThat(target.reservedConcurrency()).isNull();
                        assertThat(target.limitKnown()).isTrue();
                    });
        }
    }

    private static List<CompletableFuture<String>> invokeAtOnce(
            TargetFunction function, int count, int workMillis, ExecutorService threads) {
        String event = work(workMillis);
        return IntStream.range(0, count)
                .mapToObj(user -> CompletableFuture.supplyAsync(() -> invokeUntilServed(function, event), threads))
                .toList();
    }

    private static String work(int millis) {
        return Json.write(Map.of("workMillis", millis));
    }

    /** A call of {@link #awaitThrottle} may use the last environment for a moment. */
    private static String invokeUntilServed(TargetFunction function, String event) {
        while (true) {
            try {
                return function.invoke(event);
            } catch (TooManyRequestsException e) {
                Thread.onSpinWait(); // the call itself takes its time
            }
        }
    }

    /** Waits until the running invocations use all the concurrency. */
    private static void awaitThrottle(TargetFunction function) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(deadline)) {
            try {
                function.invoke(work(1));
            } catch (TooManyRequestsException e) {
                return;
            }
        }
        throw new AssertionError("the invocations never took all the reserved concurrency at once");
    }
}
