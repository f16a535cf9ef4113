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
     * Refuses to go on where nobody can answer.
     *
     * @param remedy what to do before {@code --yes} is added, a sentence
     * @throws Failure if there is no terminal and no answer beforehand
     */
    public void requireSomebody(Console console, String remedy) {
        boolean somebody = console.terminal().stdin() && console.terminal().stderr();
        if (!given && !somebody) {
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
