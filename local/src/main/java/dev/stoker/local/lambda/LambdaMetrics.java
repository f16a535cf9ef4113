// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The metrics of functions that CloudWatch has of invocations: for the function, for the version or alias that was
 * called, and for an alias with the version that ran. Source: Lambda developer guide, "Using CloudWatch metrics with
 * Lambda". Throttled requests are no invocations.
 */
final class LambdaMetrics {
    static final String NAMESPACE = "AWS/Lambda";
    static final long MINUTE = 60_000;

    /** CloudWatch keeps data points of a minute for 15 days. Source: CloudWatch user guide, "Metrics retention". */
    private static final long KEPT = 15 * 24 * 60 * MINUTE;

    private final Map<Map<String, String>, NavigableMap<Long, Sums>> byDimensions = new HashMap<>();

    /**
     * Counts an invocation that has ended.
     *
     * @param sentAt when it was sent, milliseconds since the epoch: the time of its data points
     * @param alias whether the qualifier is an alias
     */
    void count(long sentAt, FunctionRef called, boolean alias, InvokeOutcome.Answered outcome) {
        String name = called.name();
        add(sentAt, outcome, Map.of("FunctionName", name));
        String resource = Functions.qualified(name, called.qualifier());
        add(sentAt, outcome, Map.of("FunctionName", name, "Resource", resource));
        if (alias) {
            String version = outcome.executedVersion();
            add(sentAt, outcome, Map.of("FunctionName", name, "Resource", resource, "ExecutedVersion", version));
        }
    }

    private void add(long sentAt, InvokeOutcome.Answered outcome, Map<String, String> dimensions) {
        NavigableMap<Long, Sums> minutes = byDimensions.computeIfAbsent(dimensions, unused -> new TreeMap<>());
        minutes.merge(sentAt - sentAt % MINUTE, new Sums(1, outcome.functionError() ? 1 : 0), Sums::plus);
        minutes.headMap(sentAt - KEPT).clear();
    }

    /**
     * The data points of periods with an invocation.
     *
     * @param dimensions the exact dimensions, as CloudWatch requires them
     * @param from milliseconds since the epoch, rounded down to a minute
     * @param to milliseconds since the epoch, exclusive
     * @param periodMillis a multiple of a minute
     */
    List<Point> points(Map<String, String> dimensions, long from, long to, long periodMillis) {
        NavigableMap<Long, Sums> minutes = byDimensions.getOrDefault(dimensions, new TreeMap<>());
        NavigableMap<Long, Sums> periods = new TreeMap<>();
        minutes.tailMap(from - from % MINUTE)
                .headMap(to)
                .forEach((minute, sums) -> periods.merge(minute - minute % periodMillis, sums, Sums::plus));
        List<Point> points = new ArrayList<>();
        periods.forEach((start, sums) -> points.add(new Point(start, sums)));
        return points;
    }

    /**
     * The sums of a period.
     *
     * @param invocations invocations that reached an environment
     * @param errors those of them with a function error
     */
    record Sums(long invocations, long errors) {
        Sums plus(Sums other) {
            return new Sums(invocations + other.invocations, errors + other.errors);
        }
    }

    /**
     * A period and its sums.
     *
     * @param start milliseconds since the epoch
     */
    record Point(long start, Sums sums) {}
}
