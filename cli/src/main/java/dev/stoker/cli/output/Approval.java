// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/**
 * The answer to a question before a command changes something.
 *
 * @param given whether the answer was given beforehand, by {@code --yes}
 */
public record Approval(boolean given) {
    /**
     * Requires a terminal for the question, unless the answer was given beforehand.
     *
     * @param remedy the sentence that says what to do
     * @throws Failure if there is no terminal and no answer beforehand
     */
    public void requireTerminal(Console console, String remedy) {
        boolean terminal = console.terminal().stdin() && console.terminal().stderr();
        if (!given && !terminal) {
            throw Failure.wrongUse("--yes: is required without a terminal, got nothing. " + remedy);
        }
    }

    /**
     * Asks on stderr, unless the answer is given.
     *
     * @return whether it is yes
     */
    public boolean isGiven(Console console, String question) {
        return given
                || console.asks(
                        question, new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    }
}
