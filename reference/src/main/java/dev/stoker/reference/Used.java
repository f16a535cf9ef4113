// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.JsonObject;

/**
 * The most that the evaluations of one expression used on the reference.
 *
 * @param depth how deep it nested, every entry counted
 * @param serialDepth the same without what the reference marks as parallel, as the time limit of its own suite counts
 * @param bytes what it was given and the largest value that it made: on AWS the sum of all that was made does not count
 */
record Used(long depth, long serialDepth, long bytes) {

    /** Half of what ends an evaluation on AWS, which is near 100. Source: floci-io/floci issue 2737. */
    static final int MOST_DEPTH = 50;

    /** A seventh of what ends an evaluation on AWS. Source: the same. */
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
        return ((Number) ((JsonObject) answer.get(group)).get(name)).longValue();
    }
}
