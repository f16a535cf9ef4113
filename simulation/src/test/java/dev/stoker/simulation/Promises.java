// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guarantees of every cycle of one target, for any faults. */
final class Promises {
    private static final int LONGEST_EXECUTION_MILLIS = 290_000;

    private final Cycle cycle;
    private final JsonNode target;

    private Promises(Cycle cycle) {
        this.cycle = cycle;
        this.target = cycle.target();
    }

    static Promises of(Cycle cycle) {
        boolean ends = cycle.succeeded()
                || (cycle.result().status() == ExecutionResult.Status.FAILED
                        && cycle.result().error().equals(Optional.of("Stoker.Shortfall")));
        assertThat(ends).as("it succeeds or falls short: %s", cycle).isTrue();
        return new Promises(cycle);
    }

    /** Rounds and hold are within their limits. */
    Promises ended(int maxRounds, int maxHoldMillis) {
        assertThat(cycle.millis()).as("duration of %s", cycle).isLessThan(LONGEST_EXECUTION_MILLIS);
        assertThat(number("rounds")).as("rounds of %s", cycle).isBetween(0, maxRounds);
        assertThat(number("holdMillis")).as("hold of %s", cycle).isLessThanOrEqualTo(maxHoldMillis);
        return this;
    }

    /** Each slot counts once per round, the sum of errors is right, and a shortfall has a reason. */
    Promises counted() {
        int slots = number("slots");
        int failures = number("failed") + number("throttled");
        int errors = 0;
        for (JsonNode count : target.path("errors")) {
            errors += count.asInt();
        }
        assertThat(errors).as("errors of %s", cycle).isEqualTo(failures);
        assertThat(failures).as("failed slots of %s", cycle).isBetween(0, number("sleepTasks"));
        assertThat(number("warm") + number("unproven"))
                .as("answers of %s", cycle)
                .isBetween(0, slots);
        assertThat(slots).as("slots of %s", cycle).isBetween(0, number("requested") + mostSpare());
        boolean enough = number("warm") >= number("requested");
        assertThat(cycle.succeeded())
                .as("it succeeds if all are warm: %s", cycle)
                .isEqualTo(enough);
        assertThat(cycle.reason().isEmpty()).as("reason of %s", cycle).isEqualTo(enough);
        return this;
    }

    /** A tenth of the requested number, at least one. */
    private int mostSpare() {
        return Math.max(1, number("requested") / 10);
    }

    /** The warm environments are distinct, and not more than existed. */
    Promises warmIsAtMost(int lived) {
        assertThat(number("warm")).as("%s, where %s lived", cycle, lived).isBetween(0, lived);
        JsonNode rows = target.path("environments");
        if (!rows.isMissingNode()) {
            assertThat(new HashSet<>(rows.findValuesAsText("id"))).hasSize(number("warm"));
            assertThat(rows).hasSize(number("warm"));
        }
        return this;
    }

    /** At most 80 % of the reserved concurrency, if it could be read. */
    Promises leavesUsersTheirShare(@Nullable Integer reserved) {
        if (target.path("limitKnown").asBoolean()) {
            assertThat(target.path("reservedConcurrency").isNull()).isEqualTo(reserved == null);
            assertThat(number("slots"))
                    .as("slots of %s", cycle)
                    .isLessThanOrEqualTo(reserved == null ? Integer.MAX_VALUE : reserved * 4 / 5);
        }
        return this;
    }

    private int number(String field) {
        return target.path(field).asInt();
    }
}
