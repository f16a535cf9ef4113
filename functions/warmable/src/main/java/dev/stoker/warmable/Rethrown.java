// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * Rethrows what the user's code threw during a reflective call, unchanged, because Lambda reports its type and message.
 */
final class Rethrown {
    private Rethrown() {}

    /**
     * Throws the cause, or the wrapper if there is no cause. It never returns: write {@code throw Rethrown.causeOf(e)},
     * so that the compiler knows that the method ends here.
     */
    static RuntimeException causeOf(Throwable wrapper) {
        throw Rethrown.<RuntimeException>asUnchecked(wrapper.getCause() == null ? wrapper : wrapper.getCause());
    }

    /**
     * Throws the error that AWS's runtime reports when a handler's class cannot be loaded: of the same type, with the
     * class's name before the message. The original error is suppressed in it, so the log shows both.
     */
    static RuntimeException whileLoading(String className, LinkageError error) {
        String message = error.getMessage() == null ? "" : ": " + error.getMessage();
        Throwable named;
        try {
            named = error.getClass()
                    .getConstructor(String.class)
                    .newInstance("Error loading class " + className + message);
            named.addSuppressed(error);
        } catch (ReflectiveOperationException e) {
            named = error; // a type of the user's own, without such a constructor
        }
        throw Rethrown.<RuntimeException>asUnchecked(named);
    }

    /** Throws the exception itself, after removing Stoker's own calls from its stack trace. Never returns. */
    static RuntimeException asThrown(Throwable thrown) {
        StackTraces.cut(thrown);
        throw Rethrown.<RuntimeException>asUnchecked(thrown);
    }

    /**
     * The compiler trusts the type variable and nothing checks it at run time, so this also throws checked exceptions.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
