// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Finding;
import dev.stoker.cli.check.finding.Severity;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Paragraph;
import java.util.List;

/** A finding for people: severity and check on a line, then the message and the remedy. */
public final class FindingLines {
    private static final String INDENT = " ".repeat(10);
    private static final int NARROWEST = 40;

    private FindingLines() {}

    /** Prints a finding. */
    public static void print(Console console, Finding one) {
        console.say(
                one.severity().word()
                        + " ".repeat(INDENT.length() - one.severity().word().length())
                        + one.check(),
                colour(one.severity()));
        List.of(one.message(), one.remedy())
                .forEach(text -> Paragraph.lines(text.strip(), columns(console) - INDENT.length())
                        .forEach(line -> console.say(INDENT + line)));
    }

    private static int columns(Console console) {
        return Math.max(NARROWEST, console.terminal().paragraphColumns());
    }

    private static Colour colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Colour.RED;
            case WARNING, UNKNOWN -> Colour.YELLOW;
            case NOTE -> Colour.GREEN;
        };
    }
}
