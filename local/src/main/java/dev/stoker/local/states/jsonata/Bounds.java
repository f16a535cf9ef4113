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
import org.jspecify.annotations.Nullable;

/**
 * Limits the depth, memory and steps of an evaluation while it runs.
 *
 * <p>AWS ends an evaluation that nests deeper than about 100, and does not document how it counts. The strictest count
 * of the reference implementation includes everything: it evaluates the items of an array, and the values of an object
 * or of a grouping, in parallel, so all of them are open at once. The library evaluates them one after another, so this
 * class adds the maximum depth of each: never less than the count of the reference.
 */
final class Bounds {

    static final String DEPTH = "Stack overflow error: Check for non-terminating recursive function. Consider"
            + " rewriting as tail-recursive";

    static final String MEMORY = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

    static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    /** Source: five expressions with TestState in us-east-1, whose boundaries are at 99 to 101; floci-io/floci issue 2737. */
    private static final int MOST_DEPTH = 100;

    /** An array may have at most 873,782 numbers of 8 bytes. Source: the same; pull request 2783. */
    static final long MOST_BYTES = 873_782 * 8L;

    private static final int BYTES_OF_A_NUMBER = 8;

    /**
     * Our own limit, about one to a few seconds. AWS also stops an endless evaluation, but does not publish the time.
     * Of the services with the same limit of depth for JSONata, MediaTailor allows an expression 100 ms of CPU time and
     * Elemental Inference 1,000 ms (their user guides, "Functions limits" and "Expression limits and guardrails"). Work
     * is counted and not timed, so that the limit is the same on every machine and on virtual time: five million steps,
     * and the work of functions with large arguments.
     */
    private static final long MOST_WORK = 100_000_000;

    private static final int WORK_OF_A_STEP = 20;
    private static final int ITEMS_FOR_A_UNIT = 2;
    private static final int CHARACTERS_FOR_A_UNIT = 256;

    /** The evaluation of each thread, for functions that take long. */
    private static final ThreadLocal<Bounds> UNDER_WAY = new ThreadLocal<>();

    private final Set<Object> parallel;
    private final Set<Object> arguments;
    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();
    private long given;
    private long work;

    /** The running nested evaluations: the open ones, those of finished siblings, and the maximum. */
    private int level;

    private int[] open = new int[2 * MOST_DEPTH];
    private int[] siblings = new int[2 * MOST_DEPTH];
    private int[] most = new int[2 * MOST_DEPTH];
    private final Object[] nodes = new Object[2 * MOST_DEPTH];

    /** Limits all evaluations of a program, except the outer call that receives its result. */
    Bounds(Jsonata program) {
        parallel = Library.parallelNodes(program);
        arguments = Library.argumentNodes(program);
        Jsonata.EntryCallback entry = (node, input, environment) -> enter(node);
        Jsonata.ExitCallback exit = (node, input, environment, result) -> leave(node, result);
        program.assign("__evaluate_entry", entry);
        program.assign("__evaluate_exit", exit);
    }

    /** Begins an evaluation. */
    void begin() {
        UNDER_WAY.set(this);
        work = 0;
        given = 0;
        level = 0;
        siblings[0] = 0;
        most[0] = 0;
        open[0] = -1;
    }

    /** Ends an evaluation. */
    void end() {
        UNDER_WAY.remove();
        sizes.clear();
    }

    /** Counts a variable that the expression uses. */
    void give(Object value) {
        given += Json.size(value);
    }

    /** The depth of the last evaluation. */
    int depth() {
        return most[0];
    }

    /** The innermost running evaluation; after an error, the one that failed. */
    Object underWay() {
        return nodes[level];
    }

    /** Counts the work of a function that may take long, such as reading a character again. */
    static void count(long units) {
        Bounds bounds = UNDER_WAY.get();
        if (bounds != null) {
            bounds.spend(units);
        }
    }

    private void spend(long units) {
        work += units;
        if (work > MOST_WORK) {
            throw new JException(TIME, -1);
        }
    }

    static JException memory() {
        return new JException(MEMORY, -1);
    }

    private void enter(Object node) {
        spend(WORK_OF_A_STEP);
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

    private void leave(Object node, @Nullable Object result) {
        int deepest = most[level];
        level--;
        if (parallel.contains(node)) {
            siblings[level] = deepest - open[level];
        }
        most[level] = Math.max(most[level], deepest);
        spend(workOn(node, result));
        if (given + sizeOf(result) > MOST_BYTES) {
            throw memory();
        }
    }

    /** The allowed work for a value: copying a text is fast, but other functions are not. */
    private long workOn(Object node, @Nullable Object value) {
        if (value instanceof String text) {
            return arguments.contains(node) ? text.length() : text.length() / CHARACTERS_FOR_A_UNIT;
        }
        if (value instanceof Collection<?> items) {
            return items.size() / ITEMS_FOR_A_UNIT;
        }
        return value instanceof Map<?, ?> map ? map.size() / ITEMS_FOR_A_UNIT : 0;
    }

    /**
     * Counts as observed on AWS: 8 bytes for a number, one for a character; JSON values by their text. Each value is
     * counted once.
     */
    private long sizeOf(@Nullable Object value) {
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
        spend(value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size());
        sizes.put(value, size);
        return size;
    }
}
