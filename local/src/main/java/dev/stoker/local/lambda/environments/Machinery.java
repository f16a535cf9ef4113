// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.Fleet.FunctionLogs;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.time.Timeline;

/**
 * The objects that all environments share.
 *
 * @param timeline the clock and the queue
 * @param settings the settings
 * @param runtimes run the code
 * @param chance the random choices
 * @param observer receives events
 * @param logs receives the log events of environments
 */
record Machinery(
        Timeline timeline,
        LambdaSettings settings,
        Runtimes runtimes,
        Chance chance,
        LambdaObserver observer,
        FunctionLogs logs) {
    long now() {
        return timeline.nowMillis();
    }
}
