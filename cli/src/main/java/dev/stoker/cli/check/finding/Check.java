// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/** Checks one property of a function and adds a finding, or that the check passed. */
public interface Check {
    /**
     * Runs the check.
     *
     * @param target the function
     * @param findings receives the findings. Calls to AWS go through it, so that a failed call becomes a finding
     */
    void look(Target target, Findings findings);
}
