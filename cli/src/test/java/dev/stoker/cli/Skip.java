// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import org.opentest4j.TestAbortedException;

/** Ends tests that cannot run on this machine, and prints why: Maven counts skipped tests, but does not say the reason. */
public final class Skip {
    private Skip() {}

    /** Ends the test as skipped unless a condition holds. */
    public static void unless(boolean condition, String what, String reason) {
        if (!condition) {
            throw because(what, reason);
        }
    }

    /** Prints what is skipped and why. Throw the result. */
    public static TestAbortedException because(String what, String reason) {
        String line = "SKIPPED: " + what + " because " + reason;
        System.out.println(line);
        return new TestAbortedException(line);
    }
}
