// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/** Thrown during INIT if the user's handler is not supported. Lambda writes the message to the function's log. */
final class RefusedHandlerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RefusedHandlerException(String message) {
        super(message);
    }

    private RefusedHandlerException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception with a message that says what to change. The return type is the superclass, so that a class
     * with a {@code throw} does not load this class.
     *
     * @param rule the rule, beginning with its place: {@code STOKER_HANDLER: must ...}
     * @param got the value that breaks the rule
     * @param remedy what to do, without a full stop
     * @param cause what the JDK found wrong
     */
    static RuntimeException of(String rule, String got, String remedy, Throwable cause) {
        return new RefusedHandlerException(message(rule, got, remedy), cause);
    }

    /** The same without a cause. */
    static RuntimeException of(String rule, String got, String remedy) {
        return new RefusedHandlerException(message(rule, got, remedy));
    }

    private static String message(String rule, String got, String remedy) {
        return rule + ", got " + got + ". " + remedy + ".";
    }
}
