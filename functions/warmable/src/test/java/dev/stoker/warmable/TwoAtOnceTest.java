// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.warmable.WarmFunction.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** As on Managed Instances, where one environment serves several invocations at the same time. */
class TwoAtOnceTest {
    private static final String WARM = WarmFunction.warmEvent(0, 0);

    private final FakeClock clock = new FakeClock();
    private final List<Answer> answers = new ArrayList<>();

    @Test
    void a_warm_event_during_a_users_invocation_is_answered_and_the_user_is_counted_by_the_next() {
        WarmFunction[] function = new WarmFunction[1];
        function[0] = WarmFunction.on(clock, (event, output, context) -> {
            clock.pass(30);
            answers.add(function[0].answer(WARM));
            clock.pass(12);
        });
        function[0].invoke("{}");
        answers.add(function[0].answer(WARM));

        assertThat(answers).extracting(answer -> answer.number("served")).containsExactly(0L, 1L);
        assertThat(answers).extracting(answer -> answer.number("busyMillis")).containsExactly(0L, 42L);
        assertThat(answers).extracting(answer -> answer.get("coldStart")).containsExactly(false, false);
        assertThat(answers).extracting(answer -> answer.get("userColdStart")).containsExactly(true, false);
    }

    @Test
    void two_users_at_once_count_as_two_with_the_time_of_both() {
        WarmFunction[] function = new WarmFunction[1];
        boolean[] first = {true};
        function[0] = WarmFunction.on(clock, (event, output, context) -> {
            if (first[0]) {
                first[0] = false;
                clock.pass(10);
                function[0].invoke("{}");
            }
            clock.pass(10);
        });
        function[0].invoke("{}");
        Answer answer = function[0].answer(WARM);
        assertThat(answer.number("served")).isEqualTo(2);
        assertThat(answer.number("busyMillis")).isEqualTo(30 + 10);
    }

    @Test
    void from_many_threads_every_user_is_counted_once_and_the_environment_has_one_id() throws Exception {
        int threads = 8;
        int each = 2000;
        WarmFunction function = WarmFunction.with(Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "8"));
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Answer>>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    together.await();
                    return mixOfUsersAndWarmEvents(function, each);
                }));
            }
            check(function, all, threads * each);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Answer> mixOfUsersAndWarmEvents(WarmFunction function, int users) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            function.invoke("{}");
            if (i % 100 == 0) {
                answers.add(function.answer(WARM));
            }
        }
        return answers;
    }

    private static void check(WarmFunction function, List<Future<List<Answer>>> all, int users)
            throws InterruptedException, ExecutionException {
        Set<Object> ids = new HashSet<>();
        long served = 0;
        for (Future<List<Answer>> answers : all) {
            for (Answer answer : answers.get()) {
                ids.add(answer.get("environmentId"));
                served += answer.number("served");
            }
        }
        served += function.answer(WARM).number("served");
        assertThat(ids).hasSize(1);
        assertThat(served).isEqualTo(users);
    }
}
