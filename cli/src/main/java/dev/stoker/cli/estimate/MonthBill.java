// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.price.ExpressRuns;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceItem;
import dev.stoker.cli.price.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of a month.
 *
 * @param warming the cost of the warming itself
 * @param extras additional cost: replacing environments that Lambda ends, logs, alarms, memory
 */
record MonthBill(List<Line> warming, List<Line> extras) {
    /** Bytes in a function's log for one invocation: START, END and REPORT. An assumption. */
    static final long BYTES_PER_INVOCATION = 600;

    /** Log bytes of a cycle without its environments: 428 for the output, the rest for the sums. */
    static final long BYTES_PER_CYCLE = 900;

    /** Bytes of one environment in the event: 152 on the embedded AWS. */
    static final long BYTES_PER_ROW = 160;

    /** Bytes that the state machines log of one sleep task at level ALL. An estimate. */
    static final long BYTES_PER_SLOT_ALL = 5_000;

    private static final double BYTES_PER_GB = 1e9;
    private static final Duration HOUR = Duration.ofHours(1);

    MonthBill {
        warming = List.copyOf(warming);
        extras = List.copyOf(extras);
    }

    static MonthBill of(Workload work, Month month, Tariff tariff) {
        return new MonthBill(warming(work, month, tariff), extras(work, month, tariff));
    }

    private static List<Line> warming(Workload work, Month month, Tariff tariff) {
        PriceItem time = work.size().architecture().time();
        long hold = work.hold().toMillis();
        List<Line> lines = new ArrayList<>();
        lines.addAll(tariff.lines(
                "lambda.requests",
                "Lambda requests",
                PriceItem.LAMBDA_REQUEST,
                month.sleepTasks(),
                number(month.cycles()) + " cycles × " + tasks(work)));
        lines.addAll(tariff.lines(
                "lambda.held",
                "Lambda held time",
                time,
                work.size().gbSeconds(month.holdingTasks() * hold + month.spareTasks() * Spares.LATE_MILLIS),
                held(month, hold) + " × " + work.size().text()));
        lines.addAll(tariff.lines(
                "express.requests",
                "Express executions",
                PriceItem.EXPRESS_REQUEST,
                month.executions(),
                number(month.cycles()) + " cycles × (" + executions(work, month) + ")"));
        lines.addAll(tariff.lines(
                "express.memory",
                "Express time",
                PriceItem.EXPRESS_GB_HOUR,
                month.expressGbHours(),
                number(month.executions()) + " × " + ExpressRuns.MEMORY_MB + " MB, hold + "
                        + ExpressRuns.OVERHEAD_MILLIS + " ms"));
        lines.addAll(tariff.lines(
                "scheduler", "Scheduler", PriceItem.SCHEDULER_INVOCATION, month.cycles(), "one invocation per cycle"));
        return lines;
    }

    private static List<Line> extras(Workload work, Month month, Tariff tariff) {
        double refills =
                month.environmentHours() * HOUR.toMillis() / work.lifetime().toMillis();
        List<Line> lines = new ArrayList<>(tariff.lines(
                "lambda.init",
                "INIT of refills",
                work.size().architecture().time(),
                work.size().gbSeconds(refills * work.init().toMillis()),
                number(refills) + " ended after " + Durations.text(work.lifetime()) + " × "
                        + Durations.text(work.init())));
        lines.addAll(tariff.lines(
                "logs.functions",
                "Logs of the function",
                PriceItem.LOGS_GB,
                month.sleepTasks() * BYTES_PER_INVOCATION / BYTES_PER_GB,
                number(month.sleepTasks()) + " × " + BYTES_PER_INVOCATION + " bytes"));
        lines.addAll(cycleLogs(work, month, tariff));
        lines.addAll(tariff.lines(
                "alarms", "Alarms", PriceItem.ALARM_MONTH, (double) work.alarms(), "on AWS's own metrics"));
        if (work.metrics() > 0) {
            lines.addAll(tariff.lines(
                    "metrics", "Metrics", PriceItem.METRIC_MONTH, (double) work.metrics(), "custom metrics"));
            lines.addAll(tariff.lines(
                    "metrics.requests",
                    "PutMetricData",
                    PriceItem.METRIC_REQUEST,
                    month.cycles(),
                    "one call per cycle"));
        }
        lines.addAll(tariff.lines(
                "ssm",
                "SSM parameter",
                PriceItem.PARAMETER_REQUEST,
                month.cycles(),
                "read once per cycle, standard: no charge"));
        return lines;
    }

    private static List<Line> cycleLogs(Workload work, Month month, Tariff tariff) {
        double bytes = work.logAll()
                ? month.sleepTasks() * BYTES_PER_SLOT_ALL
                : month.cycles() * BYTES_PER_CYCLE + month.loggedRows() * BYTES_PER_ROW;
        String how = work.logAll()
                ? number(month.sleepTasks()) + " × " + BYTES_PER_SLOT_ALL + " bytes at ALL"
                : number(month.cycles()) + " × " + BYTES_PER_CYCLE + " bytes + " + number(month.loggedRows()) + " × "
                        + BYTES_PER_ROW;
        return tariff.lines("logs.cycles", "Logs of the cycles", PriceItem.LOGS_GB, bytes / BYTES_PER_GB, how);
    }

    /** Requests and held time. */
    List<Line> lambdaLines() {
        return warming.stream()
                .filter(line -> line.name().startsWith("lambda."))
                .toList();
    }

    /** The lines of Step Functions. */
    List<Line> expressLines() {
        return warming.stream()
                .filter(line -> line.name().startsWith("express."))
                .toList();
    }

    /** The sum without the extras, in US dollars. */
    BigDecimal withoutExtras() {
        return Line.sum(warming);
    }

    /** The total in US dollars. */
    BigDecimal total() {
        return withoutExtras().add(Line.sum(extras));
    }

    private static String tasks(Workload work) {
        long most = work.plan().most();
        long spares = work.spares().of(most);
        String slots = spares == 0 ? number(most) : "(" + number(most) + " + " + number(spares) + " spare)";
        String rounds = work.rounds() == 1 ? "" : " × " + work.rounds() + " rounds";
        return (work.plan().steady() ? slots : "up to " + slots) + rounds;
    }

    private static String held(Month month, long hold) {
        String holding = number(month.holdingTasks()) + " × " + hold + " ms";
        return month.spareTasks() == 0
                ? holding
                : "(" + holding + " + " + number(month.spareTasks()) + " × " + Spares.LATE_MILLIS + " ms)";
    }

    private static String executions(Workload work, Month month) {
        return "1 + " + (work.plan().steady() ? "" : "up to ") + number(month.fanOuts());
    }

    /** A count as text. */
    static String number(long count) {
        return Count.plain(count);
    }

    /** A quantity as text. */
    static String number(double quantity) {
        return Count.quantity(quantity);
    }
}
