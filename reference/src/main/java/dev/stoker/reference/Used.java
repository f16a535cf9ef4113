// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.JsonObject;

/**
 * The maximum use of the evaluations of one expression on the reference.
 *
 * @param depth the depth, counting every entry
 * @param serialDepth the depth without parallel entries, as the time limit of the reference's own suite counts
 * @param bytes the size of its input plus the largest value that it created; on AWS the sum of all values does not
 *     count
 */
record Used(long depth, long serialDepth, long bytes) {

    /** Half of AWS's limit, which is near 100. Source: floci-io/floci issue 2737. */
    static final int MOST_DEPTH = 50;

    /** A seventh of AWS's limit. Source: the same. */
    static final int MOST_BYTES = 1_000_000;

    static final Used NOTHING = new Used(0, 0, 0);

    static Used of(JsonObject answer) {
        return new Used(
                number(answer, "depth", "every"),
                number(answer, "depth", "serial"),
                number(answer, "bytes", "given") + number(answer, "bytes", "largest"));
    }

    Used or(Used other) {
        return new Used(
                Math.max(depth, other.depth), Math.max(serialDepth, other.serialDepth), Math.max(bytes, other.bytes));
    }

    boolean isWithinBounds() {
        return depth <= MOST_DEPTH && serialDepth <= MOST_DEPTH && bytes <= MOST_BYTES;
    }

    private static long number(JsonObject answer, String group, String name) {
        JsonObject members = requireNonNull((JsonObject) answer.get(group), group);
        return requireNonNull((Number) members.get(name), name).longValue();
    }
}
