// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.State.Exit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Handles the errors of a Task or a Map: first Retry, then Catch, otherwise the branch fails.
 *
 * @param retriers the elements of Retry
 * @param catchers the elements of Catch
 */
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

    /** The possible next states of a Task or a Map, including its regular exit. */
    Set<String> targets(Exit exit) {
        Set<String> targets = new HashSet<>(exit.targets());
        catchers.forEach(catcher -> targets.addAll(catcher.exit().targets()));
        return targets;
    }

    /**
     * Handles an error of a visit.
     *
     * @param again starts another attempt
     * @param givenUp is called if there is no further attempt
     */
    void handle(Visit visit, StateFailed failure, Runnable again, Runnable givenUp) {
        for (int i = 0; i < retriers.size(); i++) {
            if (retriers.get(i).errors().matches(failure)) {
                if (visit.retriesBy(i) < retriers.get(i).maxAttempts()) {
                    retry(visit, i, again);
                    return;
                }
                break; // the first that matches decides, also when it has no attempts left
            }
        }
        givenUp.run();
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
     * @param errors the errors that it handles
     * @param exit the exit for these errors
     */
    public record Catcher(ErrorEquals errors, Exit exit) {}

    /**
     * The errors that a Retry or a Catch handles.
     *
     * <p>If the developer guide and a recording differ, the stricter one is implemented, so that what works here works
     * on AWS: according to the guide States.ALL does not catch States.DataLimitExceeded, but in a recording of a Lambda
     * task it does.
     *
     * @param names names of errors, or the wildcards States.ALL and States.TaskFailed
     */
    public record ErrorEquals(List<String> names) {

        public static final String ALL = "States.ALL";
        static final String TASK_FAILED = "States.TaskFailed";

        boolean matches(StateFailed failure) {
            String error = failure.error().orElse("");
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
     * @param errors the errors that it handles
     * @param intervalSeconds the wait before the first retry
     * @param maxAttempts the maximum number of retries; 0 for none
     * @param backoffRate the factor of the wait for each further retry
     * @param maxDelaySeconds the maximum wait
     * @param fullJitter whether the wait is a random number between 0 and itself
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
