// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results of users of a function with a reserved concurrency of 50 within 12 hours, with and without warming. */
final class UsersTest {
    private static final int HOURS = 12;
    private static final int RESERVED = 50;
    private static final String FAULTS = "dispatch=uniform:100,seed=1";

    @Test
    void warming_spares_users_cold_starts_and_turns_none_away() {
        UsersRun without = UsersRun.run("no warming", FAULTS, HOURS, RESERVED, 0, 0, true);
        UsersRun thirty = UsersRun.run("warming 30", FAULTS, HOURS, RESERVED, 30, 0, true);
        UsersRun fifty = UsersRun.run("warming 50, of which 80 % of 50 are sent", FAULTS, HOURS, RESERVED, 50, 0, true);
        UsersRun blind = UsersRun.run("warming 50, the limit cannot be read", FAULTS, HOURS, RESERVED, 50, 0, false);
        Results.same(
                "users.txt",
                List.of(
                        without.users(),
                        thirty.users(),
                        fifty.users(),
                        blind.users(),
                        thirty.cycles(),
                        fifty.cycles(),
                        blind.cycles()));
        assertThat(thirty.throttled() + fifty.throttled()).isZero();
    }

    /** The sums of three seeds, because a few cold starts of thousands of users are random in a single one. */
    @Thorough
    @ParameterizedTest(name = "{0} environments: at most {1} cold starts, {2} displaced, {3} spare")
    @CsvSource({"30, 26, 7, 3", "50, 7, 4, 0"})
    void spare_slots_cost_users_nothing(int concurrency, int coldStartsBefore, int displacedBefore, int spare) {
        int coldStarts = 0;
        long displaced = 0;
        for (int seed = 1; seed <= 3; seed++) {
            UsersRun run = UsersRun.run(
                    "seed " + seed, "dispatch=uniform:100,seed=" + seed, HOURS, RESERVED, concurrency, 0, true);
            assertThat(run.throttled()).isZero();
            assertThat(run.mostAlive()).isLessThanOrEqualTo(concurrency + spare + run.peak());
            coldStarts += run.coldStarts();
            displaced += run.displaced();
        }
        assertThat(coldStarts).isLessThanOrEqualTo(coldStartsBefore);
        assertThat(displaced).isLessThanOrEqualTo(displacedBefore);
    }
}
