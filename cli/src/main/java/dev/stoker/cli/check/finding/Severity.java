// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import java.util.Locale;

/** The severity of a finding. */
public enum Severity {
    /** Prevents warming: cycles fail, prove nothing, or harm users. */
    ERROR,
    /** Warming works, but not as expected, or it is unnecessary. */
    WARNING,
    /** Could not be checked. */
    UNKNOWN,
    /** It does not prevent warming, but users may want to know it. */
    NOTE;

    /** The word in the output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
