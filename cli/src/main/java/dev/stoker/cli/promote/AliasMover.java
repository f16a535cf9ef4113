// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves an alias, and puts it back. Each change names the revision that this class has seen last, so that it never
 * overwrites the change of another process. A shutdown hook may call it while a move is under way.
 */
final class AliasMover {
    /** The code of the failure when another process has moved the alias. */
    static final String CHANGED = "Stoker.AliasChanged";

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** The failures after which another attempt can help. */
    private static final Set<String> PASSING = Set.of(
            "Stoker.Throttled",
            "Stoker.ServiceError",
            "Stoker.TimedOut",
            "Stoker.ConnectionLost",
            "Stoker.Unreachable",
            "ResourceConflictException",
            "TooManyRequestsException");

    private final LambdaAlias alias;
    private final Pace pace;
    private final String home;
    private AliasState now;
    private boolean open = true;

    /**
     * @param first where the alias points now. Putting it back means its main version, alone
     */
    AliasMover(LambdaAlias alias, AliasState first, Pace pace) {
        this.alias = alias;
        this.pace = pace;
        this.home = first.version();
        this.now = first;
    }

    /** Where the alias points, as far as this class knows. */
    synchronized AliasState now() {
        return now;
    }

    /**
     * Moves the alias.
     *
     * @throws Failure if another process has moved it, if Lambda refuses, or if {@link #interrupt} was called
     */
    synchronized void move(String version, Map<String, Double> weights) {
        if (!open) {
            throw new Failure(ExitCode.FAILED, "Stoker.Interrupted", "The promotion was interrupted.");
        }
        write(version, weights);
    }

    /**
     * Puts the alias back, unless another process has moved it.
     *
     * @return where it points now, one or two sentences
     */
    synchronized String putBack() {
        if (now.pointsTo(home, Map.of())) {
            return sentence("still points to version " + home + ".");
        }
        try {
            write(home, Map.of());
            return sentence("points to version " + home + " again.");
        } catch (Failure failed) {
            if (failed.code().equals(CHANGED)) {
                return String.valueOf(failed.getMessage());
            }
            return "The alias could not be put back: " + failed.getMessage() + " Put it back with: aws lambda"
                    + " update-alias --function-name " + alias.name().unqualified() + " --name " + alias.alias()
                    + " --function-version " + home + " --routing-config AdditionalVersionWeights={}.";
        }
    }

    /** From now on the alias stays where it is, also if the process is interrupted. */
    synchronized void stay() {
        open = false;
    }

    /**
     * Ends the promotion from outside: puts the alias back and allows no more moves.
     *
     * @return where it points now; empty if the promotion has ended already
     */
    synchronized Optional<String> interrupt() {
        if (!open) {
            return Optional.empty();
        }
        open = false;
        return Optional.of(putBack());
    }

    private void write(String version, Map<String, Double> weights) {
        boolean unanswered = false;
        for (int attempt = 1; ; attempt++) {
            Optional<Failure> failure = Optional.empty();
            try {
                Optional<AliasState> written = alias.write(version, weights, now.revision());
                if (written.isPresent()) {
                    now = written.get();
                    return;
                }
            } catch (Failure failed) {
                failure = Optional.of(failed);
                unanswered = true;
            }
            AliasState found = alias.read();
            if (unanswered && found.pointsTo(version, weights)) {
                now = found; // The change was made, but its answer was lost.
                return;
            }
            if (!found.revision().equals(now.revision())) {
                now = found;
                throw changed(found);
            }
            if (failure.isPresent()
                    && (attempt == MOST_ATTEMPTS
                            || !PASSING.contains(failure.get().code()))) {
                throw failure.get();
            }
            pace.pause(BETWEEN_ATTEMPTS);
        }
    }

    private Failure changed(AliasState found) {
        return new Failure(
                ExitCode.FAILED,
                CHANGED,
                sentence(
                        "was changed by another process during this promotion, so the promotion did not change it. It points to "
                                + found.words() + "."));
    }

    private String sentence(String rest) {
        return "The alias " + alias.alias() + " " + rest;
    }
}
