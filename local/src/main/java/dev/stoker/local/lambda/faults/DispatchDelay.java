// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.Random;

/** How long a request takes to reach an environment. */
public sealed interface DispatchDelay {
    /** At once. */
    static DispatchDelay none() {
        return new Fixed(0);
    }

    /** One draw, in milliseconds, 0 or more. */
    long draw(Random random);

    /** This delay behind a constant one. */
    default DispatchDelay after(long offsetMillis) {
        return new Shifted(offsetMillis, this);
    }

    /**
     * Always the same.
     *
     * @param millis 0 or more
     */
    record Fixed(long millis) implements DispatchDelay {
        @Override
        public long draw(Random random) {
            return millis;
        }

        @Override
        public String toString() {
            return "fixed:" + millis;
        }
    }

    /**
     * Anything from nothing to the most, equally likely.
     *
     * @param millis the most, 0 or more
     */
    record Uniform(long millis) implements DispatchDelay {
        @Override
        public long draw(Random random) {
            return Math.round(random.nextDouble() * millis);
        }

        @Override
        public String toString() {
            return "uniform:" + millis;
        }
    }

    /**
     * Half below the median and a long tail above.
     *
     * @param median milliseconds, above 0
     * @param sigma of the logarithm, 0 or more; 0.5 puts one in a hundred above three times the median
     */
    record LogNormal(double median, double sigma) implements DispatchDelay {
        @Override
        public long draw(Random random) {
            return Math.round(median * Math.exp(sigma * random.nextGaussian()));
        }

        @Override
        public String toString() {
            return "lognormal:" + median + ":" + sigma;
        }
    }

    /**
     * Another one behind a constant delay; for simulations, {@code --faults} has no word for it.
     *
     * @param offsetMillis 0 or more
     * @param then what follows
     */
    record Shifted(long offsetMillis, DispatchDelay then) implements DispatchDelay {
        @Override
        public long draw(Random random) {
            return offsetMillis + then.draw(random);
        }
    }
}
