// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/** Thrown in INIT when the user's handler is of no kind that is served. Lambda shows the message in the function's log. */
final class RefusedHandlerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RefusedHandlerException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Tells the user what to change. The type is the superclass's so that a class that might throw it does not load it.
     *
     * @param rule what must hold, beginning with its place: {@code STOKER_HANDLER: must ...}
     * @param got the value that breaks it
     * @param remedy what to do, without the full stop
     * @param cause may be null
     */
    static RuntimeException of(String rule, String got, String remedy, Throwable cause) {
        return new RefusedHandlerException(rule + ", got " + got + ". " + remedy + ".", cause);
    }

    /** The same without a cause. */
    static RuntimeException of(String rule, String got, String remedy) {
        return of(rule, got, remedy, null);
    }
}
