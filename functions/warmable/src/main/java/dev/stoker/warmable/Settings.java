// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.PrintStream;
import java.util.Map;

/**
 * What the environment variables say about holding, and about the environment.
 *
 * @param initializationType how Lambda made this environment, in AWS's words: {@code on-demand},
 *     {@code provisioned-concurrency}, {@code snap-start}, {@code lambda-managed-instances}, or a later one
 * @param maxHoldMillis no sleep task holds longer, milliseconds, 0 or more
 * @param ownProcess whether the process is the environment's own: a test or an emulator may run many handlers in one, and
 *     then its age says nothing. Lambda's runtimes find their Runtime API by {@code AWS_LAMBDA_RUNTIME_API}
 */
record Settings(String initializationType, long maxHoldMillis, boolean ownProcess) {
    /** Stoker's own limit on a hold, milliseconds, where {@code STOKER_MAX_HOLD_MILLIS} sets no other. */
    static final long DEFAULT_MAX_HOLD_MILLIS = 3000;

    static final String SNAP_START = "snap-start";
    private static final String ON_DEMAND = "on-demand";
    private static final String PROVISIONED_CONCURRENCY = "provisioned-concurrency";
    private static final String MANAGED_INSTANCES = "lambda-managed-instances";

    /**
     * Reads them; never throws, because a setting of Stoker must not break a user's function.
     *
     * @param err gets a line for a value that cannot be used
     */
    static Settings from(Map<String, String> environment, PrintStream err) {
        return new Settings(
                initializationType(environment),
                maxHoldMillis(environment, err),
                environment.get("AWS_LAMBDA_RUNTIME_API") != null);
    }

    /**
     * False where a hold proves nothing: environments that serve several invocations at once, and those that Lambda keeps
     * anyway.
     */
    boolean holds() {
        return !initializationType.equals(MANAGED_INSTANCES) && !initializationType.equals(PROVISIONED_CONCURRENCY);
    }

    private static String initializationType(Map<String, String> environment) {
        if (environment.get("AWS_LAMBDA_MAX_CONCURRENCY") != null) { // set on Managed Instances only
            return MANAGED_INSTANCES;
        }
        String type = environment.get("AWS_LAMBDA_INITIALIZATION_TYPE");
        return type == null || !isPlainWord(type) ? ON_DEMAND : type;
    }

    /** So that a value needs no escaping in the answer. */
    private static boolean isPlainWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && !(c >= 'a' && c <= 'z')) {
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
        try {
            long millis = Long.parseLong(value);
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // refused below, with the negative ones
        }
        err.println("STOKER_MAX_HOLD_MILLIS: must be a whole number of milliseconds, 0 or more, got " + value
                + ". Correct it; until then Stoker takes " + DEFAULT_MAX_HOLD_MILLIS + ".");
        return DEFAULT_MAX_HOLD_MILLIS;
    }
}
