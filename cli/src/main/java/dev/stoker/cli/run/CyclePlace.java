// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.cli.run.outcome.FunctionFacts;

/** Where a cycle runs: at AWS or an endpoint, or on the embedded AWS of this process. */
public interface CyclePlace extends FunctionFacts, AutoCloseable {
    /**
     * The partition and region of the state machine.
     *
     * @throws dev.stoker.cli.output.Failure if there is no such state machine
     */
    AwsPlace place();

    /** Whether Lambda has no such function, alias or version; false if this is unknown. */
    boolean lacks(FunctionName function);

    /**
     * Runs one cycle to its end.
     *
     * @throws dev.stoker.cli.output.Failure if it was not started, or if there was no answer
     */
    Execution run(CycleInput input);

    /**
     * Runs one cycle to its end if the functions can be reached.
     *
     * @throws dev.stoker.cli.output.Failure if a function is elsewhere or does not exist, if it was not started, or if
     *     there was no answer
     */
    default Execution checkAndRun(CycleInput input) {
        FunctionCheck.refuse(this, input.functions());
        return run(input);
    }

    @Override
    void close();
}
