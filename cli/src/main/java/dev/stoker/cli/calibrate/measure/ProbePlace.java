// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.outcome.Execution;
import java.util.Optional;

/** Where a calibration's cycles run, and the time in which it waits. */
public interface ProbePlace extends AutoCloseable {
    /**
     * Runs one cycle to its end.
     *
     * @throws dev.stoker.cli.output.Failure if it was not started, or no answer came
     */
    Execution run(CycleInput input);

    /** Finds the size of the function; empty if it cannot be read. */
    Optional<FunctionSize> findSize(String function);

    /** The current instant, in milliseconds since the epoch. May be asked from any thread. */
    long nowMillis();

    /** Waits until an instant, in milliseconds since the epoch. */
    void waitUntil(long epochMillis);

    @Override
    void close();
}
