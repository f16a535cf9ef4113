// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.time.Timeline;

/**
 * What every environment works with.
 *
 * @param timeline the clock and the queue
 * @param settings how this Lambda behaves
 * @param runtimes where the code runs
 * @param chance all chance
 * @param observer watches
 */
record Machinery(
        Timeline timeline, LambdaSettings settings, Runtimes runtimes, Chance chance, LambdaObserver observer) {
    long now() {
        return timeline.nowMillis();
    }
}
