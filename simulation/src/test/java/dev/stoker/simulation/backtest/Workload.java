// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import dev.stoker.simulation.traffic.ServiceTime;

/**
 * A function, and what is assumed of Lambda.
 *
 * @param service how long a request takes in an environment
 * @param initMillis how long INIT takes
 * @param idleMillis how long an environment may be free before it is reclaimed
 * @param lifetimeMillis the age at which an environment ends, when free; 0 for never
 * @param choice which of several free environments gets a request
 * @param size memory and processor, for the prices
 */
record Workload(
        ServiceTime service,
        long initMillis,
        long idleMillis,
        long lifetimeMillis,
        FreeChoice choice,
        FunctionSize size) {
    /** 300 ms of work, an INIT of 2 s, reclaimed after six idle minutes, 1,536 MB as in the worked month of docs/cost.md. */
    static final Workload USUAL = new Workload(
            ServiceTime.fixed(300),
            2_000,
            360_000,
            0,
            FreeChoice.MOST_RECENT,
            new FunctionSize(1536, Architecture.X86_64));

    Workload choosing(FreeChoice other) {
        return new Workload(service, initMillis, idleMillis, lifetimeMillis, other, size);
    }

    Workload living(long otherLifetimeMillis) {
        return new Workload(service, initMillis, idleMillis, otherLifetimeMillis, choice, size);
    }
}
