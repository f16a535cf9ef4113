// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport.Bill;
import java.util.List;

/**
 * A version of a function that can be invoked: the current $LATEST, or a published version. Each has its own
 * environments. Two versions are equal only if they are the same object.
 */
public final class FunctionVersion {
    /** The name of the version that can change. */
    public static final String LATEST = "$LATEST";

    private final String version;
    private final FunctionDefinition definition;
    private final FunctionStatistics statistics;
    private final long modifiedAt;

    /**
     * Creates a version.
     *
     * @param version {@code $LATEST} or a number
     * @param statistics the statistics of the function, which all its versions share
     * @param modifiedAt milliseconds since the epoch
     */
    public FunctionVersion(
            String version, FunctionDefinition definition, FunctionStatistics statistics, long modifiedAt) {
        this.version = version;
        this.definition = definition;
        this.statistics = statistics;
        this.modifiedAt = modifiedAt;
    }

    /** {@code $LATEST} or a number. */
    public String version() {
        return version;
    }

    /** Its definition. */
    public FunctionDefinition definition() {
        return definition;
    }

    /** When it was created, milliseconds since the epoch. */
    public long modifiedAt() {
        return modifiedAt;
    }

    FunctionStatistics statistics() {
        return statistics;
    }

    /** The counts of a function, and the number of environments that it may still start. */
    public static final class FunctionStatistics {
        private long invocations;
        private long coldStarts;
        private long throttles;
        private long functionErrors;
        private int concurrency;
        private int maxConcurrency;
        private Bill bill = Bill.NOTHING;
        private final ScalingBudget scaling;

        /** Creates counts of 0. */
        public FunctionStatistics(LambdaSettings settings) {
            this.scaling = new ScalingBudget(settings.newEnvironments(), settings.scalingWindowMillis());
        }

        /**
         * Counts the start of an environment.
         *
         * @return false if Lambda starts no more environments now
         */
        boolean mayStart(long now) {
            return scaling.take(now);
        }

        /** Counts a request that begins. */
        public void enters() {
            concurrency++;
            maxConcurrency = Math.max(maxConcurrency, concurrency);
        }

        /** Counts a request that ends. */
        public void leaves() {
            concurrency--;
        }

        /** Counts a throttled request. */
        public void throttled() {
            throttles++;
        }

        void coldStart() {
            coldStarts++;
        }

        void initialized(long millis) {
            bill = bill.plus(new Bill(0, millis, 0, 0));
        }

        void invoked(boolean warmEvent, boolean functionError, long millis) {
            invocations++;
            functionErrors += functionError ? 1 : 0;
            bill = bill.plus(warmEvent ? new Bill(1, 0, millis, 0) : new Bill(1, 0, 0, millis));
        }

        /** The number of running requests. */
        public int concurrency() {
            return concurrency;
        }

        /** The counts so far, with these environments. */
        public FunctionReport report(List<String> environments) {
            return new FunctionReport(
                    invocations, coldStarts, throttles, functionErrors, maxConcurrency, environments, bill);
        }
    }
}
