// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.run.FieldValue.WholeNumber;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a time or until an instant. One of the two fields is null.
 *
 * @param seconds how long it waits
 * @param timestamp until when it waits, an instant of RFC 3339
 * @param exit how it is left
 */
record WaitState(@Nullable WholeNumber seconds, @Nullable FieldValue timestamp, Exit exit) implements State {

    /** Recorded on AWS: 24,855 days pass, 24,856 do not. */
    private static final long MOST_SECONDS = Integer.MAX_VALUE;

    @Override
    public String type() {
        return "Wait";
    }

    @Override
    public Set<String> targets() {
        return exit.targets();
    }

    @Override
    public void enter(Visit visit) {
        Bindings bindings = visit.bindings();
        long until = timestamp == null
                ? visit.execution().nowMillis()
                        + 1_000L * requireNonNull(seconds).render(bindings)
                : 1_000L * instant(timestamp, bindings, visit);
        long delay = until - visit.execution().nowMillis();
        if (delay > 1_000L * MOST_SECONDS) {
            throw bindings.failed(StateFailed.RUNTIME, "Wait state delay is too long.");
        }
        visit.after(Math.max(0, delay), () -> exit.take(visit, visit.bindings(), visit.input()));
    }

    /** Wording: as recorded on AWS. */
    private static long instant(FieldValue timestamp, Bindings bindings, Visit visit) {
        String text = (String) timestamp.renderAs("string", bindings);
        OptionalLong instant = instant(text);
        if (instant.isEmpty()) {
            StateFailed failure = bindings.failed(
                    StateFailed.QUERY_EVALUATION_ERROR,
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + text);
            visit.recordEvaluationFailed(failure, "Timestamp", visit.enteredEvent());
            throw failure;
        }
        return instant.getAsLong();
    }

    /**
     * The instant of a Timestamp, in seconds since the epoch: milliseconds do not count. Source: Step Functions developer guide,
     * "Wait workflow state". Empty if it is none.
     */
    static OptionalLong instant(String timestamp) {
        try {
            return OptionalLong.of(OffsetDateTime.parse(timestamp, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toEpochSecond());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }
}
