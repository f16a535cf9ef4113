// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Something that the page shows.
 *
 * @param kind what happened
 * @param atMillis when, milliseconds since the epoch
 * @param subject the ID of an environment or the number of a cycle; empty for {@link Kind#NOTE}
 * @param first {@link Kind#INVOKED}: 1 for a sleep task, 0 for a user; {@link Kind#CYCLE_ENDED}: environments requested
 * @param second {@link Kind#CYCLE_ENDED}: environments proven warm
 * @param text {@link Kind#CYCLE_ENDED}: how it ended; {@link Kind#NOTE}: a sentence
 */
record LiveEvent(Kind kind, long atMillis, String subject, long first, long second, String text) {
    /** The kinds of events, each with its letter on the wire. */
    enum Kind {
        /** INIT of an environment begins. */
        STARTED("s"),
        /** INIT has ended. */
        INITIALIZED("i"),
        /** An invocation begins. */
        INVOKED("v"),
        /** An invocation has ended. */
        FREED("f"),
        /** The environment has ended. */
        RECLAIMED("r"),
        /** A cycle begins. */
        CYCLE_STARTED("c"),
        /** A cycle has ended. */
        CYCLE_ENDED("d"),
        /** The result of something that was pressed. */
        NOTE("n");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** A kind without numbers and text. */
    static LiveEvent of(Kind kind, long atMillis, String subject) {
        return new LiveEvent(kind, atMillis, subject, 0, 0, "");
    }

    /** Writes it as an array: {@code ["v", 1795360868412, "17", 1]}. Zeros and empty texts at the end are left out. */
    void writeTo(ArrayNode events) {
        ArrayNode row = events.addArray().add(kind.letter).add(atMillis).add(subject);
        if (first != 0 || second != 0 || !text.isEmpty()) {
            row.add(first).add(second).add(text);
        }
    }
}
