// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/** Thrown in INIT when the user's handler is of no kind that is served. Lambda shows the message in the function's log. */
final class RefusedHandlerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Tells the user what to change.
     *
     * @param rule what must hold, beginning with its place: {@code STOKER_HANDLER: must ...}
     * @param got the value that breaks it
     * @param remedy what to do, without the full stop
     */
    RefusedHandlerException(String rule, String got, String remedy, Throwable cause) {
        super(rule + ", got " + got + ". " + remedy + ".", cause);
    }

    RefusedHandlerException(String rule, String got, String remedy) {
        this(rule, got, remedy, null);
    }
}
