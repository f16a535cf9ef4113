// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.CyclePlace;
import dev.stoker.cli.run.outcome.Execution;
import java.time.Clock;
import java.util.Optional;

/** Runs a calibration on AWS or an endpoint, on the clock of this machine. */
public final class DeployedProbes implements ProbePlace {
    /** Short sleeps, so that after a suspend of this machine the end of the wait is noticed soon. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private final CyclePlace cycles;
    private final Clock clock;
    private boolean checked;

    /** @param cycles closed with this */
    public DeployedProbes(CyclePlace cycles, Clock clock) {
        this.cycles = cycles;
        this.clock = clock;
    }

    @Override
    public Execution run(CycleInput input) {
        if (checked) {
            return cycles.run(input);
        }
        checked = true;
        return cycles.checkAndRun(input);
    }

    @Override
    public Optional<FunctionSize> findSize(String function) {
        return cycles.findSize(function);
    }

    @Override
    public long nowMillis() {
        return clock.millis();
    }

    @Override
    public void waitUntil(long epochMillis) {
        try {
            for (long left = epochMillis - nowMillis(); left > 0; left = epochMillis - nowMillis()) {
                Thread.sleep(Math.min(left, LONGEST_SLEEP_MILLIS));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.FAILED, "Stoker.Interrupted", "The calibration was interrupted.")
                    .causedBy(ended);
        }
    }

    @Override
    public void close() {
        cycles.close();
    }
}
