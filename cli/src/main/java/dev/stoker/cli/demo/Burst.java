// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.output.Count;
import java.util.List;

/**
 * Users who came at once.
 *
 * @param requests how many there were
 * @param coldStarts for how many an environment was started
 * @param failed how many got an error instead of an answer
 * @param p50Millis half of those who were answered waited no longer; 0 if nobody was answered
 * @param maxMillis none of those who were answered waited longer; 0 if nobody was
 */
record Burst(int requests, int coldStarts, int failed, long p50Millis, long maxMillis) {
    /** Whether anybody got an answer, without which there is no wait to tell. */
    boolean answered() {
        return failed < requests;
    }

    /** The median wait for people. */
    String p50() {
        return Count.millis(answered() ? p50Millis : null);
    }

    /** The longest wait for people. */
    String max() {
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
