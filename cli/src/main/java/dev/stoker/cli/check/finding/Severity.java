// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Keeps warming from working: cycles fail, prove nothing, or harm users. */
    ERROR,
    /** Warming works, but not as one may think, or it is needless. */
    WARNING,
    /** Could not be looked at, so nobody has said that it is well. */
    UNKNOWN,
    /** Worth knowing. */
    NOTE;

    /** As people and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
