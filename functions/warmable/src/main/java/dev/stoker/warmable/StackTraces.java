// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes Stoker's own calls from the stack traces of the user's exceptions, so that Lambda reports and logs the same stack
 * trace as without Stoker.
 *
 * <p>AWS's runtime cuts a stack trace at the first call of its own. This class cuts it at Stoker's first call, but only if
 * AWS's runtime called Stoker. Elsewhere, for example in a unit test, stack traces stay as they are.
 */
final class StackTraces {
    private static final String OWN = "dev.stoker.warmable.";
    private static final String AWS = "com.amazonaws.services.lambda.runtime.api.client.";

    private StackTraces() {}

    /** Cuts those of an exception, its causes and what it suppressed; never throws. */
    static void cut(Throwable thrown) {
        try {
            cut(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        } catch (Throwable e) {
            // a user's exception that cannot even be looked at goes on as it is
        }
    }

    private static void cut(@Nullable Throwable thrown, Set<Throwable> known) {
        if (thrown == null || !known.add(thrown)) {
            return;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        int length = lengthWithoutOwn(trace);
        if (length < trace.length) {
            StackTraceElement[] shorter = new StackTraceElement[length];
            System.arraycopy(trace, 0, shorter, 0, length);
            thrown.setStackTrace(shorter);
        }
        cut(thrown.getCause(), known);
        for (Throwable suppressed : thrown.getSuppressed()) {
            cut(suppressed, known);
        }
    }

    /** Goes from AWS's first call back over Stoker's and over reflection between the two. */
    private static int lengthWithoutOwn(StackTraceElement[] trace) {
        int length = trace.length;
        for (int i = firstOfAws(trace) - 1; i >= 0; i--) {
            String name = trace[i].getClassName();
            if (name.startsWith(OWN)) {
                length = i;
            } else if (!name.startsWith("java.lang.reflect.") && !name.startsWith("jdk.internal.reflect.")) {
                break;
            }
        }
        return length;
    }

    /** 0 if there is none: then nothing is cut. */
    private static int firstOfAws(StackTraceElement[] trace) {
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().startsWith(AWS)) {
                return i;
            }
        }
        return 0;
    }
}
