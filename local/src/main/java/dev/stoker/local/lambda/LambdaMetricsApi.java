// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.QueryApi;
import dev.stoker.local.http.QueryApi.Form;
import dev.stoker.local.http.QueryApi.Xml;
import dev.stoker.local.lambda.LambdaMetrics.Point;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** CloudWatch's protocol, for the metrics of functions. Data points are there as soon as an invocation has ended. */
final class LambdaMetricsApi {
    private static final Set<String> METRICS = Set.of("Invocations", "Errors");
    private static final Set<String> STATISTICS = Set.of("Sum", "SampleCount");

    private LambdaMetricsApi() {}

    static QueryApi of(LambdaMetrics metrics) {
        return new QueryApi("monitoring", "2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/")
                .with(
                        "GetMetricStatistics",
                        Set.of("Namespace", "MetricName", "Dimensions", "StartTime", "EndTime", "Period", "Statistics"),
                        (form, result) -> statistics(metrics, form, result));
    }

    private static void statistics(LambdaMetrics metrics, Form form, Xml result) {
        String namespace = form.required("Namespace");
        String metric = form.required("MetricName");
        if (!namespace.equals(LambdaMetrics.NAMESPACE) || !METRICS.contains(metric)) {
            throw invalid("MetricName: the embedded AWS has the metrics Errors and Invocations of AWS/Lambda, got "
                    + metric + " of " + namespace + ". Use these.");
        }
        List<String> statistics = form.list("Statistics");
        if (statistics.isEmpty() || !STATISTICS.containsAll(statistics)) {
            throw invalid("Statistics: must be Sum or SampleCount on the embedded AWS, got " + statistics
                    + ". Leave the others out.");
        }
        List<Point> points = metrics.points(
                form.pairs("Dimensions", "Name", "Value"),
                instant(form, "StartTime"),
                instant(form, "EndTime"),
                period(form));
        result.members("Datapoints", points, (member, point) -> {
            member.add("Timestamp", Instant.ofEpochMilli(point.start()));
            long invocations = point.sums().invocations();
            long sum = metric.equals("Errors") ? point.sums().errors() : invocations;
            if (statistics.contains("SampleCount")) {
                member.add("SampleCount", invocations + ".0");
            }
            if (statistics.contains("Sum")) {
                member.add("Sum", sum + ".0");
            }
            member.add("Unit", "Count");
        });
        result.add("Label", metric);
    }

    private static long period(Form form) {
        String period = form.required("Period");
        if (!period.matches("[1-9][0-9]{0,8}") || Long.parseLong(period) % 60 != 0) {
            throw invalid("The parameter Period must be a multiple of 60, got " + period + ".");
        }
        return Long.parseLong(period) * 1000;
    }

    private static long instant(Form form, String field) {
        String text = form.required(field);
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException other) {
            throw invalid("The parameter " + field + " must be a timestamp, got " + text + ".");
        }
    }

    private static AwsError invalid(String message) {
        return new AwsError("InvalidParameterValue", message);
    }
}
