// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.OptionalLong;

/** One contestant on an embedded AWS of its own. */
public interface Track extends AutoCloseable {
    /** From now on requests take so long to reach an environment, and what the contestant has learned of it is forgotten. */
    void dispatch(Delay delay);

    /** Runs one cycle to its end. */
    Lap lap();

    @Override
    void close();

    /**
     * What the embedded AWS recorded of one cycle.
     *
     * @param held environments of the target that ran an invocation in this cycle, and so are kept warm
     * @param cold those of them that were started for it
     * @param targetRequests invocations of the target
     * @param targetMillis their billed time, INIT included, which Lambda bills since 2025-08-01
     * @param warmerRequests invocations of the contestant's own function
     * @param warmerMillis their billed time, INIT included, which Lambda bills since 2025-08-01
     * @param readyMillis from the tick until the last of these environments began its invocation
     * @param sendMillis from the first to the last of these begins
     * @param says how many environments the contestant itself says it has warmed
     * @param otherUsd what AWS bills beside the two functions: ticks of the schedule, and executions
     */
    record Lap(
            int held,
            int cold,
            long targetRequests,
            long targetMillis,
            long warmerRequests,
            long warmerMillis,
            long readyMillis,
            long sendMillis,
            OptionalLong says,
            double otherUsd) {}
}
