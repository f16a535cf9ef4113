// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.util.random.RandomGenerator;

/**
 * How long requests take once they have an environment: a log-normal time.
 *
 * @param medianMillis its median, 1 or more
 * @param sigma the standard deviation of its logarithm; 0 for always the same time
 */
public record ServiceTime(long medianMillis, double sigma) {
    /** Always the same time. */
    public static ServiceTime fixed(long millis) {
        return new ServiceTime(millis, 0);
    }

    /** One draw, at least 1 ms. */
    long millis(RandomGenerator random) {
        return sigma == 0
                ? medianMillis
                : Math.max(1, Math.round(medianMillis * Math.exp(sigma * random.nextGaussian())));
    }
}
