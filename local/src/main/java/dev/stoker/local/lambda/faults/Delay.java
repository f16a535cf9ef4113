// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.Random;

/** How long something takes: a request on its way to an environment, the start of a nested execution. */
@FunctionalInterface
public interface Delay {
    /** At once. */
    static Delay none() {
        return new Fixed(0);
    }

    /** One draw, in milliseconds, 0 or more. */
    long draw(Random random);

    /** This delay behind a constant one; for simulations, {@code --faults} has no word for it. */
    default Delay after(long offsetMillis) {
        return random -> offsetMillis + draw(random);
    }

    /**
     * Always the same.
     *
     * @param millis 0 or more
     */
    record Fixed(long millis) implements Delay {
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
    record Uniform(long millis) implements Delay {
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
    record LogNormal(double median, double sigma) implements Delay {
        @Override
        public long draw(Random random) {
            return Math.round(median * Math.exp(sigma * random.nextGaussian()));
        }

        @Override
        public String toString() {
            return "lognormal:" + median + ":" + sigma;
        }
    }
}
