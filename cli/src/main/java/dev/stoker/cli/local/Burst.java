// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Count;
import java.util.List;

/**
 * Users who arrived at the same time.
 *
 * @param requests the number of requests
 * @param coldStarts the requests for which an environment was started
 * @param failed the requests that received an error
 * @param p50Millis the median wait of the answered requests; 0 if none was answered
 * @param maxMillis the longest wait of the answered requests; 0 if none was answered
 */
public record Burst(int requests, int coldStarts, int failed, long p50Millis, long maxMillis) {
    /** Whether any request was answered. Otherwise there are no waits. */
    public boolean answered() {
        return failed < requests;
    }

    /** The median wait, as text. */
    public String p50() {
        return Count.millis(answered() ? p50Millis : null);
    }

    /** The longest wait, as text. */
    public String max() {
        return Count.millis(answered() ? maxMillis : null);
    }

    static Burst of(List<Served> served) {
        List<Long> waits = served.stream()
                .filter(Served::answered)
                .map(Served::millis)
                .sorted()
                .toList();
        return new Burst(
                served.size(),
                (int) served.stream().filter(Served::coldStart).count(),
                served.size() - waits.size(),
                waits.isEmpty() ? 0 : waits.get((waits.size() - 1) / 2),
                waits.isEmpty() ? 0 : waits.get(waits.size() - 1));
    }
}
