// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The number of environments that a function may still start: 1,000 within any 10 s. An unused number is not carried
 * over. Source: Lambda developer guide, "scaling-behavior".
 */
final class ScalingBudget {
    private final int most;
    private final long windowMillis;
    private final Deque<Long> starts = new ArrayDeque<>();

    ScalingBudget(int most, long windowMillis) {
        this.most = most;
        this.windowMillis = windowMillis;
    }

    /**
     * Counts a start.
     *
     * @return false if the limit is reached
     */
    boolean take(long now) {
        while (!starts.isEmpty() && starts.peekFirst() <= now - windowMillis) {
            starts.removeFirst();
        }
        if (starts.size() >= most) {
            return false;
        }
        starts.addLast(now);
        return true;
    }
}
