// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.List;
import java.util.Optional;

/**
 * What a Task or a Map does about an error: Retry first, then Catch, else its branch fails.
 *
 * @param retriers the elements of Retry
 * @param catchers the elements of Catch
 */
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

    /** Deals with an error of a visit; {@code again} makes another attempt. */
    void handle(Visit visit, StateFailed failure, Runnable again) {
        for (int i = 0; i < retriers.size(); i++) {
            if (retriers.get(i).errors().matches(failure)) {
                if (visit.retriesBy(i) < retriers.get(i).maxAttempts()) {
                    retry(visit, i, again);
                    return;
                }
                break; // the first that matches decides, also when it has no attempts left
            }
        }
        Optional<Catcher> catcher =
                catchers.stream().filter(each -> each.errors().matches(failure)).findFirst();
        if (catcher.isPresent()) {
            leaveBy(catcher.get(), visit, failure);
        } else {
            visit.fail(failure);
        }
    }

    private void retry(Visit visit, int index, Runnable again) {
        long delay = retriers.get(index)
                .delayMillis(visit.retriesBy(index), visit.execution().random());
        visit.countRetry(index);
        visit.after(delay, again);
    }

    private static void leaveBy(Catcher catcher, Visit visit, StateFailed failure) {
        try {
            Bindings bindings = visit.bindings().with("errorOutput", failure.output());
            catcher.exit().take(visit, bindings, failure.output());
        } catch (StateFailed second) {
            visit.fail(second);
        }
    }
}
