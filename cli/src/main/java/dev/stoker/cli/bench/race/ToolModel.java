// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import java.util.OptionalLong;

/**
 * What a tool does in a cycle, as a model for virtual time. Holds and counts are those of its source. The times before and between
 * sends are not measured: they were chosen so that the numbers of environments held are close to those that the tool's own package held on a quiet
 * machine, in an earlier run on another small Lambda and in this race.
 *
 * @param fromTarget whether the target itself sends the others, and counts as one
 * @param leadMillis from the begin of its sender until the first send
 * @param gapMillis from send to send
 * @param sockets how many answers its SDK awaits at once at most
 * @param holdMillis how long the target holds
 * @param claims whether it says that all N are warm
 */
public record ToolModel(
        boolean fromTarget, long leadMillis, double gapMillis, int sockets, long holdMillis, boolean claims) {
    private static final int ALL = Integer.MAX_VALUE;

    /** How long a target is busy that does not wait. */
    private static final long ANSWER_MILLIS = 1;

    /** The connections of one client of AWS's SDK for JavaScript. Source: its developer guide, "maxSockets". */
    private static final int SOCKETS = 50;

    /** The same with another time that a target is busy, if it does not wait. */
    ToolModel answeringIn(OptionalLong millis) {
        return holdMillis > ANSWER_MILLIS || millis.isEmpty()
                ? this
                : new ToolModel(
                        fromTarget,
                        leadMillis,
                        gapMillis,
                        sockets,
                        Math.max(ANSWER_MILLIS, millis.getAsLong()),
                        claims);
    }

    /** The model of a contestant; Stoker runs itself, and Thundra does not run. */
    public static ToolModel of(Contestant contestant) {
        return switch (contestant) {
            case LAMBDA_WARMER -> new ToolModel(true, 15, 0.4, ALL, 75, true);
            case WARMUP -> new ToolModel(false, 15, 0.4, SOCKETS, ANSWER_MILLIS, true);
            case WARMUP_25 -> new ToolModel(false, 15, 0.4, SOCKETS, 25, true);
            case OPENNEXT -> new ToolModel(false, 15, 0.5, SOCKETS, 75, true);
            case LAMBDA_WARMER_PY -> new ToolModel(true, 12, 4, ALL, 75, true);
            case ZAPPA -> new ToolModel(true, 1, 0, ALL, ANSWER_MILLIS, false);
            case TRICK -> new ToolModel(false, 0, 0, ALL, 100, false);
            case STOKER, THUNDRA -> throw new IllegalArgumentException(contestant + " has no model");
        };
    }
}
