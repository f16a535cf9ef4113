// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

/** An expression ended with an error. The message has the form {@code T1006: Attempted to invoke a non-function}. */
public final class QueryFailed extends Exception {
    private static final long serialVersionUID = 1;

    QueryFailed(String message) {
        super(message);
    }
}
