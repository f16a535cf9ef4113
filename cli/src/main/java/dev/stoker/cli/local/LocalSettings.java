// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the embedded AWS.
 *
 * @param inJvm whether environments are class loaders instead of processes
 * @param accountConcurrency concurrent executions, 1 or more
 * @param own the user's own function; empty for the sample
 * @param variables the function's environment variables
 * @param event the event that users send, JSON
 * @param faults the faults and their seed
 * @param withFaults whether faults are requested
 */
public record LocalSettings(
        boolean inJvm,
        int accountConcurrency,
        Optional<OwnFunction> own,
        Map<String, String> variables,
        Optional<String> event,
        Faults faults,
        boolean withFaults) {
    /** The default concurrency of an AWS account. */
    static final int ACCOUNT_CONCURRENCY = 1000;

    /** Copies the variables. */
    public LocalSettings {
        variables = Map.copyOf(variables);
    }

    /** The value of {@code --environments}: {@code process} or {@code in-jvm}. */
    public String kind() {
        return inJvm ? "in-jvm" : "process";
    }

    /** Whether warm events are answered by Stoker's library, and not by the package's own program. */
    public boolean isBehindLibrary() {
        return own.map(OwnFunction::isBehindLibrary).orElse(true);
    }

    /** The event that each user sends: that of --event, or one on which the sample works 100 ms, so that users at once need an environment each. */
    String usersEvent() {
        return event.orElse(own.isPresent() ? "{}" : "{\"name\":\"Ada\",\"workMillis\":100}");
    }

    Runtimes.Kind environments() {
        return inJvm ? Runtimes.Kind.IN_JVM : Runtimes.Kind.PROCESS;
    }
}
