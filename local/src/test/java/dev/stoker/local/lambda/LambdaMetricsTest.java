// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import dev.stoker.local.lambda.LambdaMetrics.Point;
import dev.stoker.local.lambda.LambdaMetrics.Sums;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome.Answered;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** CloudWatch's metrics of functions. */
final class LambdaMetricsTest {
    private static final long MINUTE = 60_000;
    private static final long NOON = 1_795_348_800_000L;
    private static final Map<String, String> OF_F = Map.of("FunctionName", "f");
    private static final Map<String, String> CANARY =
            Map.of("FunctionName", "f", "Resource", "f:live", "ExecutedVersion", "2");

    private final LambdaMetrics metrics = new LambdaMetrics();

    @Test
    void an_invocation_counts_for_its_function_its_qualifier_and_its_alias_with_the_version_that_ran() {
        metrics.count(NOON + 1, new FunctionRef("f", Optional.of("live")), true, answer("2", true));
        metrics.count(NOON + 2, new FunctionRef("f", Optional.of("live")), true, answer("1", false));
        metrics.count(NOON + 3, new FunctionRef("f", Optional.of("2")), false, answer("2", false));
        metrics.count(NOON + 4, new FunctionRef("f", Optional.empty()), false, answer("$LATEST", false));

        assertThat(sums(OF_F)).isEqualTo(new Sums(4, 1));
        assertThat(sums(Map.of("FunctionName", "f", "Resource", "f"))).isEqualTo(new Sums(1, 0));
        assertThat(sums(Map.of("FunctionName", "f", "Resource", "f:live"))).isEqualTo(new Sums(2, 1));
        assertThat(sums(CANARY)).isEqualTo(new Sums(1, 1));
        assertThat(metrics.points(
                        Map.of("FunctionName", "f", "Resource", "f:2", "ExecutedVersion", "2"),
                        NOON,
                        NOON + MINUTE,
                        MINUTE))
                .as("a version that is called by its number has no third dimension")
                .isEmpty();
    }

    @Test
    void points_are_periods_with_an_invocation_within_the_time_that_is_asked_for() {
        for (long minute : List.of(0, 1, 7)) {
            metrics.count(
                    NOON + minute * MINUTE + 30_000, new FunctionRef("f", Optional.empty()), false, answer("1", false));
        }

        assertThat(metrics.points(OF_F, NOON + 59_000, NOON + 7 * MINUTE, 5 * MINUTE))
                .containsExactly(new Point(NOON, new Sums(2, 0)));
        assertThat(metrics.points(OF_F, NOON, NOON + 8 * MINUTE, MINUTE))
                .extracting(Point::start)
                .containsExactly(NOON, NOON + MINUTE, NOON + 7 * MINUTE);
    }

    @Test
    void points_are_kept_for_fifteen_days() {
        metrics.count(NOON, new FunctionRef("f", Optional.empty()), false, answer("1", false));
        metrics.count(NOON + 16 * 24 * 60 * MINUTE, new FunctionRef("f", Optional.empty()), false, answer("1", false));

        assertThat(metrics.points(OF_F, 0, Long.MAX_VALUE, MINUTE)).hasSize(1);
    }

    @Test
    void aws_own_client_reads_them_and_what_is_not_covered_is_refused_by_name() {
        try (ServedAws aws = ServedAws.start()) {
            LambdaClient lambda = aws.lambda();
            lambda.createFunction(request -> request.functionName("f")
                    .runtime(Runtime.JAVA17)
                    .handler("a.B::c")
                    .role("arn:aws:iam::000000000000:role/any")
                    .code(code -> code.zipFile(ServedAws.anyZip())));
            lambda.publishVersion(request -> request.functionName("f"));
            lambda.createAlias(request -> request.functionName("f").name("live").functionVersion("1"));
            lambda.invoke(request -> request.functionName("f:live").payload(SdkBytes.fromUtf8String("{}")));

            CloudWatchClient cloudWatch = aws.cloudWatch();

            assertThat(points(cloudWatch, "Invocations")).singleElement().satisfies(point -> {
                assertThat(point.sum()).isEqualTo(1);
                assertThat(point.sampleCount()).isNull();
            });
            assertThat(points(cloudWatch, "Errors"))
                    .singleElement()
                    .satisfies(point -> assertThat(point.sum()).isZero());
            assertThatThrownBy(() -> points(cloudWatch, "Throttles"))
                    .isInstanceOf(CloudWatchException.class)
                    .hasMessageContaining("has the metrics Errors and Invocations");
        }
    }

    private static List<Datapoint> points(CloudWatchClient cloudWatch, String metric) {
        return cloudWatch
                .getMetricStatistics(ask -> ask.namespace("AWS/Lambda")
                        .metricName(metric)
                        .dimensions(
                                dimension("FunctionName", "f"),
                                dimension("Resource", "f:live"),
                                dimension("ExecutedVersion", "1"))
                        .startTime(Instant.EPOCH)
                        .endTime(Instant.parse("2100-01-01T00:00:00Z"))
                        .period(60)
                        .statistics(Statistic.SUM))
                .datapoints();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private Sums sums(Map<String, String> dimensions) {
        return metrics.points(dimensions, NOON, NOON + MINUTE, MINUTE).get(0).sums();
    }

    private static Answered answer(String version, boolean error) {
        return new Answered("id", version, Payload.of("{}"), error, Payload.of(""));
    }
}
