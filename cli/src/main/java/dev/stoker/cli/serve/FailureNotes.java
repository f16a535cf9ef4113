// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.serve;

import dev.stoker.cli.local.FunctionLog;
import dev.stoker.cli.output.Console;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionFailure;
import java.util.HashSet;
import java.util.Set;

/** Prints a line on stderr for each error of a function when it first occurs. */
final class FailureNotes implements LambdaObserver {
    private final Console console;
    private final Set<String> shown = new HashSet<>();

    FailureNotes(Console console) {
        this.console = console;
    }

    @Override
    public void on(EnvironmentEvent event) {
        // cycles have separate lines
    }

    @Override
    public void failed(FunctionFailure failure) {
        String words = failure.function() + " failed with " + FunctionLog.error(failure);
        if (shown.add(words)) {
            console.note(words);
        }
    }
}
