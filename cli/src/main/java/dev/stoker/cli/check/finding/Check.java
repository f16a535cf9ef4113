// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

/** Looks at a function from one side, and tells what it finds or that it passed. */
public interface Check {
    /**
     * Looks.
     *
     * @param target the function
     * @param findings takes what is found; also asks AWS, so that what is not answered is a finding too
     */
    void look(Target target, Findings findings);
}
