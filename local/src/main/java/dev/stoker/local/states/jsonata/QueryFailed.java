// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

/**
 * An expression ended with an error. The message is JSONata's code and sentence, such as {@code T1006: Attempted to
 * invoke a non-function}, or a sentence alone where there is no code.
 */
public final class QueryFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String sentence;

    QueryFailed(String code, String sentence) {
        super(code == null ? sentence : code + ": " + sentence);
        this.code = code;
        this.sentence = sentence;
    }

    /** What is wrong, without the code: so AWS says it of a definition. Source: floci-io/floci issue 2745. */
    public String sentence() {
        return sentence;
    }

    /**
     * How AWS ends "threw an error during evaluation": what has a code is a sentence of its own, a bound that was passed
     * follows a colon. Source: floci-io/floci pull request 2783, 101 expressions with TestState in us-east-1.
     */
    public String ending() {
        return (code == null ? ": " : ". ") + getMessage();
    }
}
