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
     * The compiler trusts the type variable and nothing checks it at run time, so this also throws checked exceptions.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
