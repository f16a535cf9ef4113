// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/** Throws on, as it was, what the user's code threw through reflection: Lambda reports type and message of it. */
final class Rethrown {
    private Rethrown() {}

    /**
     * Throws the cause, whatever it is, or the wrapper if it has none. Written {@code throw Rethrown.causeOf(e)} so that
     * the compiler sees the end of the road; it never returns.
     */
    static RuntimeException causeOf(Throwable wrapper) {
        throw Rethrown.<RuntimeException>asUnchecked(wrapper.getCause() == null ? wrapper : wrapper.getCause());
    }

    /** The compiler takes the type's word; at run time nothing checks it, and a checked exception goes through. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
