// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One cycle of a calibration: one round, and the environments that it saw. Instants are in milliseconds since the epoch.
 *
 * @param pass the pass that it belongs to, 1 or more
 * @param waitMillis how long the environments had been left idle before, as planned; 0 for a cycle that follows at once
 * @param slots sleep tasks that were sent
 * @param openedAt when the round opened, by the clock of Step Functions
 * @param answeredAt when its end was known, by the clock of the command, which waits for the next
 * @param failed sleep tasks that failed
 * @param seen the environments, each once
 * @param usd what the cycle cost; empty where that is not known
 */
public record Probe(
        int pass,
        long waitMillis,
        long slots,
        long openedAt,
        long answeredAt,
        long failed,
        List<Seen> seen,
        Optional<BigDecimal> usd) {
    /** Copies the environments. */
    public Probe {
        seen = List.copyOf(seen);
    }

    /** Whether it measures how many outlived a wait. */
    public boolean isMeasuring() {
        return waitMillis > 0;
    }

    /** Whether no environment of the round was new. */
    public boolean allWarm() {
        return seen.stream().noneMatch(Seen::coldStart);
    }

    /**
     * Whether an environment started because no other was free. Then an environment that did not answer has ended, or serves a
     * user. An environment that Lambda started before the round opened does not count.
     */
    boolean metNoFreeEnvironment() {
        return seen.stream()
                .anyMatch(environment -> environment.coldStart() && environment.initializedAt() >= openedAt);
    }

    /**
     * An environment that answered.
     *
     * @param id its own name
     * @param coldStart whether this was its first invocation
     * @param initializedAt when its INIT ended
     * @param initMillis how long INIT took; empty where it does not know
     * @param arrivedAt when the sleep task began
     * @param releasedAt when it ended
     * @param served users' invocations since its last warm event
     */
    public record Seen(
            String id,
            boolean coldStart,
            long initializedAt,
            OptionalLong initMillis,
            long arrivedAt,
            long releasedAt,
            long served) {}
}
