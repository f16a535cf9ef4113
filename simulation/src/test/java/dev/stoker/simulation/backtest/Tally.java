// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

/** Counts what happens to users and environments: by interval, and in sum for the part of the scene that counts. */
final class Tally {
    private static final int LONGEST_MILLIS = 60_000;

    private final Scene scene;
    private final int[] users;
    private final int[] coldStarts;
    private final int[] displaced;
    private final int[] peaks;
    private final int[] latencies = new int[LONGEST_MILLIS + 1];

    private int inUse;
    private double aliveMillis;
    private double onDemandMillis;
    private double provisionedWorkMillis;
    private double serviceMillis;

    private int provisioned;
    private long provisionedSince;
    private double provisionedMillis;

    private int provisionedInUse;
    private int provisionedPeak;
    private long inUseSince;
    private double inUseMillis;

    Tally(Scene scene) {
        this.scene = scene;
        this.users = new int[scene.intervals()];
        this.coldStarts = new int[scene.intervals()];
        this.displaced = new int[scene.intervals()];
        this.peaks = new int[scene.intervals()];
        this.provisionedSince = scene.series().startMillis();
        this.inUseSince = scene.series().startMillis();
    }

    /**
     * A user arrives.
     *
     * @param doneAt when the answer comes
     * @param service the time in the environment without INIT
     * @param isProvisioned whether the environment is a provisioned one
     */
    void userArrives(long now, long doneAt, long service, boolean isProvisioned) {
        inUse++;
        if (isProvisioned) {
            accrue(now);
            provisionedInUse++;
            provisionedPeak = Math.max(provisionedPeak, provisionedInUse);
        }
        int interval = interval(now);
        if (interval >= users.length) {
            return;
        }
        users[interval]++;
        peaks[interval] = Math.max(peaks[interval], inUse);
        if (now >= scene.measuredFrom()) {
            latencies[(int) Math.min(LONGEST_MILLIS, doneAt - now)]++;
            serviceMillis += service;
            if (isProvisioned) {
                provisionedWorkMillis += service;
            } else {
                onDemandMillis += doneAt - now;
            }
        }
    }

    private int interval(long now) {
        return (int) ((now - scene.series().startMillis()) / Scene.INTERVAL_MILLIS);
    }

    /**
     * This user waits for INIT.
     *
     * @param isDisplaced whether sleep tasks hold environments
     */
    void coldStart(long now, boolean isDisplaced) {
        int interval = interval(now);
        if (interval < users.length) {
            coldStarts[interval]++;
            displaced[interval] += isDisplaced ? 1 : 0;
        }
    }

    void userLeaves(long now, boolean isProvisioned) {
        inUse--;
        if (isProvisioned) {
            accrue(now);
            provisionedInUse--;
        }
    }

    private void accrue(long now) {
        inUseMillis += (double) provisionedInUse * (now - inUseSince);
        inUseSince = now;
    }

    /** An environment on demand has lived. */
    void lived(long from, long to) {
        aliveMillis += Math.max(0, Math.min(to, scene.endMillis()) - Math.max(from, scene.measuredFrom()));
    }

    /** The number of provisioned environments changes. */
    void provisioned(long now, int count) {
        provisionedMillis += (double) provisioned
                * Math.max(0, Math.min(now, scene.endMillis()) - Math.max(provisionedSince, scene.measuredFrom()));
        provisioned = count;
        provisionedSince = now;
    }

    /** The mean number of provisioned environments in use since this was asked last, and their maximum. */
    Use takeProvisionedUse(long now, long periodMillis) {
        accrue(now);
        Use use = new Use(inUseMillis / periodMillis, provisionedPeak);
        inUseMillis = 0;
        provisionedPeak = provisionedInUse;
        return use;
    }

    /** The maximum number of users' requests at one instant of an interval; 0 before the first. */
    int peak(int interval) {
        return interval < 0 ? 0 : peaks[interval];
    }

    /** The users of an interval who waited for an INIT. */
    int coldStarts(int interval) {
        return coldStarts[interval];
    }

    /** Those of them who arrived while sleep tasks held environments. */
    int displaced(int interval) {
        return displaced[interval];
    }

    /** The users who count. */
    long users() {
        return sum(users);
    }

    /** Those of them who waited for an INIT. */
    long coldStarts() {
        return sum(coldStarts);
    }

    /** Those of them who arrived while sleep tasks held environments. */
    long displaced() {
        return sum(displaced);
    }

    private long sum(int[] byInterval) {
        long sum = 0;
        for (int i = 0; i < byInterval.length; i++) {
            sum += scene.measures(i) ? byInterval[i] : 0;
        }
        return sum;
    }

    /** The time from a request to its answer that so many of 1,000 do not exceed, in milliseconds. */
    long percentile(int perMille) {
        long all = 0;
        for (int count : latencies) {
            all += count;
        }
        long wanted = (all * perMille + 999) / 1000;
        int millis = 0;
        for (long seen = latencies[0]; seen < wanted; seen += latencies[millis]) {
            millis++;
        }
        return millis;
    }

    /** The life of all environments that counts, provisioned ones included. */
    double aliveMillis() {
        return aliveMillis + provisionedMillis;
    }

    double provisionedMillis() {
        return provisionedMillis;
    }

    /** The time of users in environments on demand, INIT included. */
    double onDemandMillis() {
        return onDemandMillis;
    }

    /** The time of users in provisioned environments. */
    double provisionedWorkMillis() {
        return provisionedWorkMillis;
    }

    /** The time of users in environments without INIT. */
    double serviceMillis() {
        return serviceMillis;
    }

    /**
     * The use of provisioned environments in a period.
     *
     * @param mean the mean number in use
     * @param peak the maximum number in use
     */
    record Use(double mean, int peak) {}
}
