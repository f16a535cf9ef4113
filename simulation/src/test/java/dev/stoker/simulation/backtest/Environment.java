// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.warmable.SleepTask;
import org.jspecify.annotations.Nullable;

/** One execution environment. */
final class Environment {
    final long startedAt;
    final boolean provisioned;

    /** When its INIT ends. */
    final long readyAt;

    /** The library's own sleep task; null where no way reads its answers. */
    @Nullable
    final SleepTask sleepTask;

    boolean free;
    boolean gone;

    /** Since when it is free. */
    long freeSince;

    /** When the request or the hold that it runs will end. */
    long doneAt;

    /** Where the sleep task began to count the request that runs. */
    long userArrived;

    boolean servesUser;
    boolean holds;

    Environment(long startedAt, long readyAt, boolean provisioned, @Nullable SleepTask sleepTask) {
        this.startedAt = startedAt;
        this.readyAt = readyAt;
        this.provisioned = provisioned;
        this.sleepTask = sleepTask;
    }
}
