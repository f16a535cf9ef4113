// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The threads of one environment, including those that the function creates. Uncaught exceptions are written to the
 * environment's log and not to stderr. This includes exceptions of the function's shutdown hooks, whose classes no
 * longer exist; Lambda does not run such hooks either.
 */
final class FunctionThreads extends ThreadGroup {
    private final OutputTail output;

    FunctionThreads(RuntimeSpec spec, OutputTail output) {
        super(spec.environmentId());
        this.output = output;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        PrintStream log = new PrintStream(output, true, StandardCharsets.UTF_8);
        log.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace(log);
    }
}
