// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users of a function with a reserved concurrency of 50 meet within 12 hours, with and without warming. */
final class UsersBenchmark {
    private static final int HOURS = 12;
    private static final int RESERVED = 50;
    private static final String FAULTS = "dispatch=uniform:100,seed=1";

    @Test
    void users_with_and_without_warming() {
        UsersRun without = UsersRun.of("no warming", FAULTS, HOURS, RESERVED, 0, 0, true);
        UsersRun asked30 = UsersRun.of("warming 30", FAULTS, HOURS, RESERVED, 30, 0, true);
        UsersRun asked50 =
                UsersRun.of("warming 50, of which 80 % of 50 are sent", FAULTS, HOURS, RESERVED, 50, 0, true);
        UsersRun blind = UsersRun.of("warming 50, the limit cannot be read", FAULTS, HOURS, RESERVED, 50, 0, false);
        List<String> lines = List.of(
                without.users(),
                asked30.users(),
                asked50.users(),
                blind.users(),
                asked30.cycles(),
                asked50.cycles(),
                blind.cycles());
        lines.forEach(System.out::println);
        Results.write("users.txt", lines);
    }
}
