// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.List;

/**
 * The errors that a Retry or a Catch answers to.
 *
 * <p>Where the developer guide and a recording disagree, this keeps to the stricter: the guide says that States.ALL does
 * not catch States.DataLimitExceeded, a recording of a Lambda task shows that it does. What runs here runs there.
 *
 * @param names names of errors, or the wildcards States.ALL and States.TaskFailed
 */
record ErrorEquals(List<String> names) {

    static final String ALL = "States.ALL";
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
