// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded AWS as somebody wants it.
 *
 * @param inJvm whether environments are class loaders and not processes
 * @param accountConcurrency concurrent executions, 1 or more
 * @param own a function of one's own; empty for the sample
 * @param variables the function's environment variables
 * @param event what users send, JSON
 * @param faults what goes wrong, and the seed
 * @param withFaults whether somebody asked for faults
 */
public record LocalSettings(
        boolean inJvm,
        int accountConcurrency,
        Optional<OwnFunction> own,
        Map<String, String> variables,
        Optional<String> event,
        Faults faults,
        boolean withFaults) {
    /** What AWS grants an account to begin with. */
    static final int ACCOUNT_CONCURRENCY = 1000;

    /** Copies the variables. */
    public LocalSettings {
        variables = Map.copyOf(variables);
    }

    /** What a process-wide word for the environments is: {@code process} or {@code in-jvm}. */
    public String kind() {
        return inJvm ? "in-jvm" : "process";
    }

    Runtimes.Kind environments() {
        return inJvm ? Runtimes.Kind.IN_JVM : Runtimes.Kind.PROCESS;
    }
}
