// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.State.Exit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What a Task or a Map does about an error: Retry first, then Catch, else its branch fails.
 *
 * @param retriers the elements of Retry
 * @param catchers the elements of Catch
 */
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

    /** The states that a Task or a Map may lead to, its regular exit included. */
    Set<String> targets(Exit exit) {
        Set<String> targets = new HashSet<>(exit.targets());
        catchers.forEach(catcher -> targets.addAll(catcher.exit().targets()));
        return targets;
    }

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

    /**
     * One element of Catch.
     *
     * @param errors what it answers to
     * @param exit how the state is left then
     */
    public record Catcher(ErrorEquals errors, Exit exit) {}

    /**
     * The errors that a Retry or a Catch answers to.
     *
     * <p>Where the developer guide and a recording disagree, this keeps to the stricter: the guide says that States.ALL does
     * not catch States.DataLimitExceeded, a recording of a Lambda task shows that it does. What runs here runs there.
     *
     * @param names names of errors, or the wildcards States.ALL and States.TaskFailed
     */
    public record ErrorEquals(List<String> names) {

        public static final String ALL = "States.ALL";
        static final String TASK_FAILED = "States.TaskFailed";

        boolean matches(StateFailed failure) {
            String error = failure.error();
            if (StateFailed.RUNTIME.equals(error)) {
                return false; // always fails the execution
            }
            if (names.contains(error)) {
                return true;
            }
            if (StateFailed.DATA_LIMIT_EXCEEDED.equals(error)) {
                return false; // terminal for the wildcards
            }
            return names.contains(ALL) || (names.contains(TASK_FAILED) && !StateFailed.TIMEOUT.equals(error));
        }
    }

    /**
     * One element of Retry.
     *
     * @param errors what it answers to
     * @param intervalSeconds wait before the first retry
     * @param maxAttempts retries at most; 0 means never
     * @param backoffRate what the wait is multiplied by for each further retry
     * @param maxDelaySeconds the longest wait
     * @param fullJitter whether the wait is drawn from between nothing and itself
     */
    public record Retrier(
            ErrorEquals errors,
            int intervalSeconds,
            int maxAttempts,
            double backoffRate,
            int maxDelaySeconds,
            boolean fullJitter) {

        /** The wait before a retry, in milliseconds; {@code earlier} counts the retries before it. */
        long delayMillis(int earlier, Random random) {
            double seconds = Math.min(maxDelaySeconds, intervalSeconds * Math.pow(backoffRate, earlier));
            double millis = seconds * 1_000;
            return Math.round(fullJitter ? random.nextDouble() * millis : millis);
        }
    }
}
