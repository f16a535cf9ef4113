// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.summary;

import java.util.List;

/**
 * The result of a command.
 *
 * @param command the command, such as {@code stoker run}
 * @param cases what was checked. At least one
 * @param notes further sentences, such as the cost
 */
public record Summary(String command, List<Case> cases, List<String> notes) {
    /** Copies the lists. */
    public Summary {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /** A summary of a command that ended with an error. */
    public static Summary failed(String command, String sentence) {
        return new Summary(command, List.of(new Case(command, false, sentence)), List.of());
    }

    /** The number of cases that failed. */
    public long failures() {
        return cases.stream().filter(one -> !one.passed()).count();
    }

    /**
     * One case that was checked.
     *
     * @param name what was checked, such as a target
     * @param passed whether it is as requested
     * @param sentence the result
     */
    public record Case(String name, boolean passed, String sentence) {}
}
