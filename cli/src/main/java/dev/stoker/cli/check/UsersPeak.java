// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The maximum number of concurrent executions, from AWS's free metrics. Source: Lambda developer guide,
 * "monitoring-concurrency".
 */
final class UsersPeak {
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    /** 14 days are 336 data points of an hour: one request, and the maximum includes every minute. */
    private static final int HOUR_SECONDS = 3_600;

    private final AwsClients clients;

    UsersPeak(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The peak of the function, with all its versions. If CloudWatch does not answer, adds a finding and returns empty.
     */
    Optional<Long> findForFunction(Target target, Findings findings) {
        return most(
                "ConcurrentExecutions",
                List.of(Dimension.builder()
                        .name("FunctionName")
                        .value(target.configuration().functionName())
                        .build()),
                findings);
    }

    /** The peak of all functions without reserved concurrency. */
    Optional<Long> findForUnreserved(Findings findings) {
        return most("UnreservedConcurrentExecutions", List.of(), findings);
    }

    private Optional<Long> most(String metric, List<Dimension> dimensions, Findings findings) {
        Instant now = Instant.now();
        Optional<List<Datapoint>> points = findings.call(
                "users-peak", AwsCall.reading("cloudwatch:GetMetricStatistics", "AWS/Lambda " + metric), () -> {
                    try (CloudWatchClient metrics = clients.cloudWatch()) {
                        return metrics.getMetricStatistics(ask -> ask.namespace("AWS/Lambda")
                                        .metricName(metric)
                                        .dimensions(dimensions)
                                        .startTime(now.minus(LOOK_BACK))
                                        .endTime(now)
                                        .period(HOUR_SECONDS)
                                        .statistics(Statistic.MAXIMUM))
                                .datapoints();
                    }
                });
        Optional<Long> most = points.flatMap(all -> all.stream()
                .max(Comparator.comparing(Datapoint::maximum))
                .map(point -> (long) Math.ceil(point.maximum())));
        if (points.isPresent() && most.isEmpty()) {
            findings.unknown(
                    "users-peak",
                    "CloudWatch has no data of " + metric + " for the last 14 days, so the users' peak is not counted.",
                    "Leave room for your users in addition to N.");
        }
        return most;
    }
}
