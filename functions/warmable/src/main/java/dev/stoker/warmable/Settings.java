// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.PrintStream;
import java.util.Map;

/**
 * The settings in the environment variables.
 *
 * @param initializationType how Lambda created this environment, as AWS names it: {@code on-demand},
 *     {@code provisioned-concurrency}, {@code snap-start}, {@code lambda-managed-instances}, or a later one
 * @param maxHoldMillis the maximum hold of a sleep task, milliseconds, 0 or more
 * @param prime the method of {@code STOKER_PRIME}, {@code Class::method}; empty if the variable is not set
 * @param ownProcess true if this environment has its own process, which {@code AWS_LAMBDA_RUNTIME_API} shows: Lambda
 *     sets it for its runtimes. A test or an emulator may run many handlers in one process, and then the age of the process
 *     is not the age of the environment
 */
record Settings(String initializationType, long maxHoldMillis, String prime, boolean ownProcess) {
    /** The default of {@code STOKER_MAX_HOLD_MILLIS}, milliseconds. */
    static final long DEFAULT_MAX_HOLD_MILLIS = 3000;

    static final String SNAP_START = "snap-start";
    private static final String ON_DEMAND = "on-demand";
    private static final String PROVISIONED_CONCURRENCY = "provisioned-concurrency";
    private static final String MANAGED_INSTANCES = "lambda-managed-instances";

    /**
     * Reads the settings. Never throws, because an invalid setting of Stoker must not break a user's function.
     *
     * @param err receives a line for each invalid value
     */
    static Settings from(Map<String, String> environment, PrintStream err) {
        return new Settings(
                initializationType(environment),
                maxHoldMillis(environment, err),
                environment.getOrDefault("STOKER_PRIME", ""),
                environment.get("AWS_LAMBDA_RUNTIME_API") != null);
    }

    /**
     * Returns false if a hold proves nothing: for environments that serve several invocations at once, and for
     * environments that Lambda keeps anyway.
     */
    boolean holds() {
        return !initializationType.equals(MANAGED_INSTANCES) && !initializationType.equals(PROVISIONED_CONCURRENCY);
    }

    private static String initializationType(Map<String, String> environment) {
        if (environment.get("AWS_LAMBDA_MAX_CONCURRENCY") != null) { // set on Managed Instances only
            return MANAGED_INSTANCES;
        }
        // Other characters would need escaping in the answer.
        String type = environment.get("AWS_LAMBDA_INITIALIZATION_TYPE");
        return type == null || !hasOnly(type, 'a', 'z', '-') ? ON_DEMAND : type;
    }

    private static boolean hasOnly(String text, char first, char last, char other) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != other && !(c >= first && c <= last)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static long maxHoldMillis(Map<String, String> environment, PrintStream err) {
        String value = environment.get("STOKER_MAX_HOLD_MILLIS");
        if (value == null) {
            return DEFAULT_MAX_HOLD_MILLIS;
        }
        // Long.parseLong alone would also accept signs, 19 digits and digits of other scripts.
        if (value.length() <= 18 && hasOnly(value, '0', '9', '0')) {
            return Long.parseLong(value);
        }
        err.println("STOKER_MAX_HOLD_MILLIS: must be a number of milliseconds, 1 to 18 digits 0-9, got " + value
                + ". Correct it; until then Stoker takes " + DEFAULT_MAX_HOLD_MILLIS + ".");
        return DEFAULT_MAX_HOLD_MILLIS;
    }
}
