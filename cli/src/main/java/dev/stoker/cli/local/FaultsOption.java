// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.InvalidFaultsException;

/** The value of {@code --faults}. */
public final class FaultsOption {
    private FaultsOption() {}

    /**
     * Reads the list.
     *
     * @param seed the seed if the list has none
     * @throws Failure with all problems of the list
     */
    public static Faults read(String faults, long seed) {
        try {
            return Faults.parse(faults, seed);
        } catch (InvalidFaultsException wrong) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "Stoker.WrongUse",
                    "--faults: must be a list of faults, got " + faults + ".",
                    wrong.problems());
        }
    }
}
