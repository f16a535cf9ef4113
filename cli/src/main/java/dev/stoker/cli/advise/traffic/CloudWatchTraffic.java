// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Reads the traffic of a function from the metrics that Lambda writes for it, all its versions together. CloudWatch keeps data points
 * of a minute for 15 days and of 5 minutes for 63 (CloudWatch user guide, "cloudwatch_concepts").
 */
public final class CloudWatchTraffic {
    /** How far back this can read. */
    public static final Duration LONGEST = Duration.ofDays(63);

    /** How far back data points of a minute reach. */
    public static final Duration MINUTES_KEPT = Duration.ofDays(15).minusHours(1);

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String INVOCATIONS = "invocations";
    private static final String DURATION = "duration";
    private static final String CONCURRENCY = "concurrency";
    private static final Map<String, String> METRICS =
            Map.of(INVOCATIONS, "Invocations", DURATION, "Duration", CONCURRENCY, "ConcurrentExecutions");

    private final AwsClients clients;
    private final FunctionName function;

    /** The traffic of a function. */
    public CloudWatchTraffic(AwsClients clients, FunctionName function) {
        this.clients = clients;
        this.function = function;
    }

    /**
     * Reads the metrics.
     *
     * @param back how far, at most {@link #LONGEST}
     * @param warming what to take out
     * @param zone the zone of the week's hours
     * @param seed of the peaks that were not measured
     * @throws dev.stoker.cli.output.Failure if CloudWatch does not answer
     */
    public Traffic read(Instant now, Duration back, WarmingShare warming, ZoneId zone, long seed) {
        // The newest data points are not complete yet. Whole multiples of 5 minutes fit both periods.
        Instant end = floor(now.minus(FIVE_MINUTES));
        Instant begin = floor(now.minus(back));
        Instant minutes = floor(now.minus(MINUTES_KEPT));
        List<TrafficRow> rows = new ArrayList<>();
        try (CloudWatchClient client = clients.cloudWatch()) {
            if (begin.isBefore(minutes)) {
                rows.addAll(rows(client, begin, minutes, FIVE_MINUTES));
            }
            rows.addAll(rows(client, begin.isBefore(minutes) ? minutes : begin, end, MINUTE));
        }
        return Traffic.of(warming.takenOutOf(fromFirstUse(rows)), zone, seed);
    }

    private static Instant floor(Instant time) {
        return Instant.ofEpochMilli(
                Math.floorDiv(time.toEpochMilli(), FIVE_MINUTES.toMillis()) * FIVE_MINUTES.toMillis());
    }

    /** A function has no data points before it exists, and none while it has no users. The first request distinguishes the two. */
    private static List<TrafficRow> fromFirstUse(List<TrafficRow> rows) {
        int first = 0;
        while (first < rows.size() && rows.get(first).requests() == 0) {
            first++;
        }
        return rows.subList(first, rows.size());
    }

    private List<TrafficRow> rows(CloudWatchClient client, Instant begin, Instant end, Duration period) {
        Map<String, Map<Long, Double>> points = points(client, begin, end, period);
        List<TrafficRow> rows = new ArrayList<>();
        for (long at = begin.toEpochMilli(); at < end.toEpochMilli(); at += period.toMillis()) {
            double invocations = value(points, INVOCATIONS, at);
            Double peak = points.getOrDefault(CONCURRENCY, Map.of()).get(at);
            rows.add(new TrafficRow(
                    at,
                    period.toMillis(),
                    invocations,
                    value(points, DURATION, at),
                    peak != null
                            ? OptionalInt.of((int) Math.ceil(peak))
                            : invocations == 0 ? OptionalInt.of(0) : OptionalInt.empty()));
        }
        return rows;
    }

    private static double value(Map<String, Map<Long, Double>> points, String metric, long at) {
        return points.getOrDefault(metric, Map.of()).getOrDefault(at, 0.0);
    }

    /** Data points by metric and time. */
    private Map<String, Map<Long, Double>> points(
            CloudWatchClient client, Instant begin, Instant end, Duration period) {
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .startTime(begin)
                .endTime(end)
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .metricDataQueries(Stream.of(INVOCATIONS, DURATION, CONCURRENCY)
                        .map(id -> query(id, period))
                        .toList())
                .build();
        return AwsCall.reading("cloudwatch:GetMetricData", "AWS/Lambda metrics of " + function.name())
                .make(() -> {
                    Map<String, Map<Long, Double>> points = new HashMap<>();
                    for (MetricDataResult result :
                            client.getMetricDataPaginator(request).metricDataResults()) {
                        Map<Long, Double> values = points.computeIfAbsent(result.id(), id -> new TreeMap<>());
                        for (int i = 0; i < result.timestamps().size(); i++) {
                            values.put(
                                    result.timestamps().get(i).toEpochMilli(),
                                    result.values().get(i));
                        }
                    }
                    return points;
                });
    }

    private MetricDataQuery query(String id, Duration period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric -> metric.namespace("AWS/Lambda")
                                .metricName(METRICS.get(id))
                                .dimensions(Dimension.builder()
                                        .name("FunctionName")
                                        .value(function.name())
                                        .build()))
                        .period((int) period.toSeconds())
                        .stat(id.equals(CONCURRENCY) ? "Maximum" : "Sum"))
                .build();
    }
}
