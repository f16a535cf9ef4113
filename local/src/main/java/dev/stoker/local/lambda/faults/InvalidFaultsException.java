// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.List;

/** A list of faults that cannot be read; tells everything that is wrong with it. */
public final class InvalidFaultsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidFaultsException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with its place, the rule, the value and the remedy. */
    public List<String> problems() {
        return problems;
    }
}
