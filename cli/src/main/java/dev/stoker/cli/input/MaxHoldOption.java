// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import dev.stoker.cli.output.Failure;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The option for a target's {@code maxHoldMillis}, with the same name in every command. An older name is accepted, too.
 */
public final class MaxHoldOption {
    /** The name in the help and in messages. */
    public static final String NAME = "--max-hold-millis";

    private Optional<Long> millis = Optional.empty();

    @Option(
            names = NAME,
            paramLabel = "MS",
            description = "The longest hold of a round, 1 to " + CycleLimits.MOST_HOLD_MILLIS + " ("
                    + CycleLimits.TARGET_MAX_HOLD_MILLIS + ").")
    private void set(Long given) {
        millis = Optional.of(given);
    }

    @SuppressWarnings("unused") // Picocli calls it.
    @Option(names = "--max-hold", paramLabel = "MS", hidden = true, description = "An older name of " + NAME + ".")
    private void setByOlderName(Long given) {
        set(given);
    }

    /** The given value, unchecked. */
    public Optional<Long> given() {
        return millis;
    }

    /**
     * The value, or the default.
     *
     * @throws Failure if the value is invalid
     */
    public long millis() {
        long value = millis.orElse(CycleLimits.TARGET_MAX_HOLD_MILLIS);
        if (value < 1 || value > CycleLimits.MOST_HOLD_MILLIS) {
            throw Failure.wrongUse(NAME + ": must be a whole number from 1 to " + CycleLimits.MOST_HOLD_MILLIS
                    + ", got " + value + ". Cycles accept only this range.");
        }
        return value;
    }
}
