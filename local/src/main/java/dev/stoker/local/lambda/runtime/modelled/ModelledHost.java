// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import dev.stoker.local.time.Timeline;
import dev.stoker.warmable.Host;
import java.util.Random;

/**
 * The clocks and the random source of one modelled environment: virtual time and a seed. Its monotonic clock stands
 * still while Lambda freezes the environment, which is the harder of the two possible cases.
 */
final class ModelledHost extends Host {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Timeline timeline;
    private final long clockOffset;
    private final Random random;
    private final long startedAt;

    private long frozenAt;
    private long frozenMillis;

    /**
     * Creates a running host.
     *
     * @param clockOffset milliseconds by which its wall clock is wrong
     */
    ModelledHost(Timeline timeline, long clockOffset, long seed) {
        this.timeline = timeline;
        this.clockOffset = clockOffset;
        this.random = new Random(seed);
        this.startedAt = timeline.nowMillis();
    }

    /** Freezes the environment, as Lambda does between invocations. */
    void freeze() {
        frozenAt = timeline.nowMillis();
    }

    /** Ends the freeze. */
    void thaw() {
        frozenMillis += timeline.nowMillis() - frozenAt;
    }

    @Override
    public long epochMillis() {
        return timeline.nowMillis() + clockOffset;
    }

    @Override
    public long nanos() {
        return (timeline.nowMillis() - startedAt - frozenMillis) * NANOS_PER_MILLI;
    }

    @Override
    public long processAgeMillis() {
        return timeline.nowMillis() - startedAt;
    }

    @Override
    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
