// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an evaluation may use, held while it runs.
 *
 * <p>AWS ends an evaluation that nests deeper than about 100, and does not say how it counts. The strictest count of the
 * reference implementation leaves nothing out: it evaluates the items of an array, and the values of an object or of a
 * grouping, side by side, and all of them are entered at once. The library evaluates them one after the other, so each
 * adds here what it took at most: never less than what the reference counts.
 */
final class Bounds {

    static final String DEPTH = "Stack overflow error: Check for non-terminating recursive function. Consider"
            + " rewriting as tail-recursive";

    static final String MEMORY = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    /** Source: five expressions with TestState in us-east-1, whose boundaries lie at 99 to 101; floci-io/floci issue 2737. */
    private static final int MOST_DEPTH = 100;

    /** As many numbers of 8 bytes pass as an array: 873,782. Source: the same; pull request 2783. */
    private static final long MOST_BYTES = 873_782 * 8L;

    private static final int BYTES_OF_A_NUMBER = 8;

    /** Ours: AWS stops an evaluation that never ends, too, but after which time is not published. */
    private static final int MOST_STEPS = 10_000_000;

    private final Set<Object> parallel;
    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();
    private long given;
    private int steps;

    /** The evaluations that are under way, one in the other: how many are open, those of finished siblings, the most. */
    private int level;

    private int[] open = new int[2 * MOST_DEPTH];
    private int[] siblings = new int[2 * MOST_DEPTH];
    private int[] most = new int[2 * MOST_DEPTH];
    private final Object[] nodes = new Object[2 * MOST_DEPTH];

    /** Holds all evaluations of a program. The call around it, which keeps its result, does not count. */
    Bounds(Jsonata program) {
        parallel = Library.parallelNodes(program);
        Jsonata.EntryCallback entry = (node, input, environment) -> enter(node);
        Jsonata.ExitCallback exit = (node, input, environment, result) -> leave(node, result);
        program.assign("__evaluate_entry", entry);
        program.assign("__evaluate_exit", exit);
    }

    /** Forgets the evaluation before. */
    void begin() {
        steps = 0;
        given = 0;
        level = 0;
        siblings[0] = 0;
        most[0] = 0;
        open[0] = -1;
    }

    /** Forgets what was made. */
    void end() {
        sizes.clear();
    }

    /** A variable that the expression speaks of. */
    void give(Object value) {
        given += Json.size(value);
    }

    /** How deep the last evaluation nested. */
    int depth() {
        return most[0];
    }

    /** The innermost evaluation that is under way: the one that has failed, after an error. */
    Object underWay() {
        return nodes[level];
    }

    static JException memory() {
        return new JException(MEMORY, -1);
    }

    private void enter(Object node) {
        if (++steps > MOST_STEPS) {
            throw new JException(TIME, -1);
        }
        if (!parallel.contains(node)) {
            siblings[level] = 0; // those that ran side by side have ended
        }
        int now = open[level] + siblings[level] + 1;
        if (now > MOST_DEPTH) {
            throw new JException(DEPTH, -1);
        }
        level++;
        open[level] = now;
        nodes[level] = node;
        siblings[level] = 0;
        most[level] = now;
    }

    private void leave(Object node, Object result) {
        int deepest = most[level];
        level--;
        if (parallel.contains(node)) {
            siblings[level] = deepest - open[level];
        }
        most[level] = Math.max(most[level], deepest);
        if (given + sizeOf(result) > MOST_BYTES) {
            throw memory();
        }
    }

    /** As AWS was seen to count: 8 bytes a number, one a character; what is JSON already as its text. Weighed once each. */
    private long sizeOf(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof JsonArray || value instanceof JsonObject) {
            return Json.size(value);
        }
        if (value instanceof List<?> list && list.size() * (long) BYTES_OF_A_NUMBER > MOST_BYTES) {
            return list.size() * (long) BYTES_OF_A_NUMBER;
        }
        if (!(value instanceof Collection<?>) && !(value instanceof Map<?, ?>)) {
            return BYTES_OF_A_NUMBER;
        }
        Long known = sizes.get(value);
        if (known != null) {
            return known;
        }
        long size = 0;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> member : map.entrySet()) {
                size += sizeOf(member.getKey()) + sizeOf(member.getValue());
            }
        } else {
            for (Object item : (Collection<?>) value) {
                size += sizeOf(item);
            }
        }
        sizes.put(value, size);
        return size;
    }
}
