// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.promote.AliasCheck.AliasAnswers;
import dev.stoker.cli.promote.UsersOfVersion.Counts;
import dev.stoker.cli.run.outcome.Proof;
import java.util.Optional;

/**
 * How a promotion ended: the alias moved, or there was a shortfall.
 *
 * @param from the alias's version before
 * @param to the new version
 * @param published whether $LATEST was published for it
 * @param proof what the last complete proof, or the shortfall, says
 * @param canary what users met in the canary; empty if there was none
 * @param seen what the check of the moved alias saw; empty if there was none
 * @param now where the alias points now
 * @param shortfall why the alias was not moved, with where it is, sentences; empty if it was moved
 */
record PromotionResult(
        String from,
        String to,
        boolean published,
        Proof proof,
        Optional<Met> canary,
        Optional<AliasAnswers> seen,
        AliasState now,
        Optional<String> shortfall) {
    ExitCode exit() {
        return shortfall.isPresent() ? ExitCode.SHORTFALL : ExitCode.DONE;
    }

    /** Whether the alias pointed there before. */
    boolean wasThere() {
        return from.equals(to);
    }

    /**
     * What users met in the canary.
     *
     * @param canary the share and the time
     * @param counts what Lambda's metrics counted of the new version behind the alias
     * @param served users' requests that the environments of the new version reported
     */
    record Met(Canary canary, Counts counts, long served) {}
}
