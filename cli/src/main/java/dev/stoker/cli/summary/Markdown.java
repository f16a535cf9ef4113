// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.summary;

import dev.stoker.cli.output.Count;

/** A summary as Markdown, for the summary of a job. */
final class Markdown {
    private Markdown() {}

    static String of(Summary summary) {
        StringBuilder text =
                new StringBuilder("### ").append(escaped(summary.command())).append(": ");
        text.append(
                summary.failures() == 0
                        ? "passed"
                        : Count.plain(summary.failures()) + " of "
                                + Count.plain((long) summary.cases().size()) + " failed");
        text.append("\n\n| | | result |\n|---|---|---|\n");
        for (Summary.Case one : summary.cases()) {
            text.append("| ")
                    .append(one.passed() ? "✅ passed" : "❌ failed")
                    .append(" | ")
                    .append(escaped(one.name()))
                    .append(" | ")
                    .append(escaped(one.sentence()))
                    .append(" |\n");
        }
        summary.notes().forEach(note -> text.append('\n').append(escaped(note)).append('\n'));
        return text.append('\n').toString();
    }

    /** Without characters that start Markdown or HTML, because names and errors come from outside. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
