// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of the states that choose N, so that a file of results says which rule it was measured with. */
final class RuleHash {
    private static final Path DEFINITION =
            Path.of(System.getProperty("stoker.root"), "statemachine", "keep-warm.asl.yaml");
    private static final String FIRST = "\n  Does the traffic go on?:\n";
    private static final String NEXT = "\n  Does N rise?:\n";
    private static final String COMMENT = "(?m)^    Comment:.*\\n(?:      .*\\n)*";

    private RuleHash() {}

    /** The second line of the results. */
    static String line() {
        try {
            return of(Files.readString(DEFINITION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line for a state machine definition. A state's comment does not change it. */
    static String of(String definition) {
        int from = definition.indexOf(FIRST);
        int to = definition.indexOf(NEXT);
        if (from < 0 || to < from) {
            throw new IllegalStateException(DEFINITION + ": must have the states" + FIRST + "  to" + NEXT
                    + "Change RuleHash with their names.");
        }
        String rule = definition.substring(from, to).replaceAll(COMMENT, "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rule.getBytes(StandardCharsets.UTF_8));
            return "rule: SHA-256 " + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
