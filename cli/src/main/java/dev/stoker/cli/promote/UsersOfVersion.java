// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * What Lambda's metrics say of one version behind an alias: the dimension {@code ExecutedVersion} is there "to compare
 * error rates for two versions of a function that are both targets of a weighted alias" (Lambda developer guide, "Using
 * CloudWatch metrics with Lambda"). A warm event through the alias counts too, but it never fails.
 */
final class UsersOfVersion implements AutoCloseable {
    private static final int MINUTE = 60;

    private final CloudWatchClient metrics;
    private final List<Dimension> dimensions;

    /**
     * @param function the function's name
     * @param alias the alias's name
     * @param version the version's number
     */
    UsersOfVersion(AwsClients clients, String function, String alias, String version) {
        this.metrics = call("Errors").make(clients::cloudWatch);
        this.dimensions = Stream.of(
                        new String[] {"FunctionName", function},
                        new String[] {"Resource", function + ":" + alias},
                        new String[] {"ExecutedVersion", version})
                .map(pair -> Dimension.builder().name(pair[0]).value(pair[1]).build())
                .toList();
    }

    /**
     * The sums of the minutes that have data.
     *
     * @param since rounded down to its minute, as CloudWatch has it
     */
    Counts between(Instant since, Instant until) {
        Instant minute = since.truncatedTo(ChronoUnit.MINUTES);
        return new Counts(sum("Invocations", minute, until), sum("Errors", minute, until));
    }

    private long sum(String metric, Instant since, Instant until) {
        return call(metric)
                .make(() -> metrics
                        .getMetricStatistics(ask -> ask.namespace("AWS/Lambda")
                                .metricName(metric)
                                .dimensions(dimensions)
                                .startTime(since)
                                .endTime(until.plusSeconds(MINUTE))
                                .period(MINUTE)
                                .statistics(Statistic.SUM))
                        .datapoints()
                        .stream()
                        .mapToLong(UsersOfVersion::rounded)
                        .sum());
    }

    private static long rounded(Datapoint point) {
        return Math.round(point.sum());
    }

    private static AwsCall call(String metric) {
        return AwsCall.reading("cloudwatch:GetMetricStatistics", "AWS/Lambda " + metric);
    }

    @Override
    public void close() {
        metrics.close();
    }

    /**
     * Counts of the version's invocations through the alias.
     *
     * @param invocations all, warm events included
     * @param errors those that failed: exceptions, timeouts, failed starts
     */
    record Counts(long invocations, long errors) {
        static final Counts NONE = new Counts(0, 0);
    }
}
