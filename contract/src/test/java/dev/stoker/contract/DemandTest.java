// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** N that follows the demand that environments report. */
@AtAnEndpoint
final class DemandTest {
    private static final int FEWEST = 2;
    private static final int MOST = 12;
    private static final int USERS = 6;
    private static final int MOST_QUIET_CYCLES = 12;

    private final Contract contract;

    DemandTest(Contract contract) {
        this.contract = contract;
    }

    private TargetOutput cycle(Input input) {
        List<TargetOutput> outputs = new ArrayList<>();
        assertThatCycle(contract.keepWarm().run(input)).succeeded().says(target -> {
            assertThat(target.requested()).isBetween(FEWEST, MOST);
            assertThat(target.warm()).isGreaterThanOrEqualTo(target.requested());
            assertThat(target.demand().chosen()).isBetween(FEWEST, MOST);
            outputs.add(target);
        });
        TargetOutput output = outputs.get(0);
        System.out.println("contract: requested " + output.requested() + ", rounds " + output.rounds() + ", used "
                + output.used() + ", users' cold starts " + output.userColdStarts() + ", " + output.demand());
        return output;
    }

    /** Users who come at once. */
    private static void come(TargetFunction function, int users) {
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            CompletableFuture.allOf(Stream.generate(() -> function.invokeMeanwhile("{\"workMillis\":3000}", threads))
                            .limit(users)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void N_rises_when_users_come_and_falls_when_they_leave() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, 1)
                    .patient()
                    .with("concurrency", Map.of("min", FEWEST, "max", MOST))
                    .with("maxRounds", 5);

            TargetOutput first = cycle(input);
            come(function, USERS);
            TargetOutput busy = cycle(input);
            int highest = busy.requested();
            TargetOutput quiet;
            int quietCycles = 0;
            do {
                come(function, 1);
                quiet = cycle(input);
                highest = Math.max(highest, quiet.requested());
                quietCycles++;
            } while (quietCycles < MOST_QUIET_CYCLES && quiet.requested() >= highest);

            assertThat(first.requested()).as("nobody came yet").isEqualTo(FEWEST);
            assertThat(first.demand().peak()).isZero();
            assertThat(busy.demand().peak()).isBetween(1, USERS);
            assertThat(busy.requested()).as("N rises").isGreaterThan(FEWEST);
            assertThat(quiet.requested()).as("N falls").isLessThan(highest);
            assertThat(contract.memory().read(function).path("version").asInt()).isEqualTo(3);
        }
    }

    @Test
    void a_cycle_rests_while_users_come_and_proves_all_when_they_stop() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, 1)
                    .patient()
                    .with("concurrency", Map.of("min", FEWEST, "max", MOST))
                    .with("timeoutSeconds", 60);
            rests(function, USERS);

            TargetOutput first = cycle(input);
            come(function, USERS);
            rests(function, USERS);
            TargetOutput resting = cycle(input);

            assertThat(first.requested()).as("nobody came yet").isEqualTo(USERS);
            assertThat(first.sleepTasks()).as("two probes, and all").isGreaterThanOrEqualTo(2 + USERS);
            assertThat(first.demand().rest()).isNull();
            assertThat(resting.requested()).isEqualTo(2);
            assertThat(resting.rounds()).isEqualTo(1);
            assertThat(resting.sleepTasks()).isBetween(2, 3);
            assertThat(resting.demand().chosen()).isEqualTo(USERS);
            assertThat(resting.demand().rest().notProven()).isEqualTo(USERS - resting.warm());
            assertThat(resting.demand().rest().left()).isEqualTo(2);
        }
    }

    /** The memory of a busy function after a full cycle four minutes ago, with a user for each environment in fifty seconds. */
    private void rests(TargetFunction function, int chosen) {
        long before = System.currentTimeMillis() - 240_000;
        contract.memory()
                .put(
                        function,
                        ("{'version':3,'concurrency':" + chosen + ",'demand':{'cycles':30,'offsets':{},'chosen':"
                                        + chosen + ",'at':" + before + ",'rest':{'at':" + before
                                        + ",'left':3,'pace':1.2}}}")
                                .replace('\'', '"'));
    }
}
