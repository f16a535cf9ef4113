// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceItem;
import dev.stoker.cli.price.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What a month of 30 days costs, if numbers of environments are kept for parts of each week. Everything else is as {@code stoker
 * estimate} takes it by default: an interval of 4 minutes, a hold of 100 ms, spare slots, refills, logs, alarms.
 */
public final class MonthPrice {
    private static final double DAYS_PER_WEEK = 7;
    private static final double MINUTES_PER_HOUR = 60;

    private final Workload usual;
    private final Tariff tariff;
    private final List<Line> lines = new ArrayList<>();

    /** Prices for a function of this size. */
    public MonthPrice(FunctionSize size, Tariff tariff) {
        this.usual = WorkloadOptions.usual(1, size);
        this.tariff = tariff;
    }

    /**
     * Keeping environments warm, as the total of {@code stoker estimate}.
     *
     * @param weekMinutes minutes of a week by the number of environments
     */
    public BigDecimal warming(SortedMap<Long, Double> weekMinutes) {
        Workload work = usual.with(new WeekPlan(weekMinutes));
        MonthBill bill = MonthBill.of(work, Month.of(work), tariff);
        lines.addAll(bill.warming());
        lines.addAll(bill.extras());
        return bill.total();
    }

    /**
     * Provisioned concurrency, less what invocations cost less there than on demand.
     *
     * @param weekMinutes minutes of a week by the number of environments
     * @param busyWeekMinutes minutes of a week, over all environments, in which they serve users
     */
    public BigDecimal provisioned(SortedMap<Long, Double> weekMinutes, double busyWeekMinutes) {
        double minutes = weekMinutes.entrySet().stream()
                .mapToDouble(part -> part.getKey() * part.getValue())
                .sum();
        List<Line> kept = Alternatives.provisioned(
                usual.size(), tariff, minutes * WeekPlan.MONTH_DAYS / DAYS_PER_WEEK, "environments × minutes");
        List<Line> there = busy(usual.size().architecture().provisionedBusy(), busyWeekMinutes);
        List<Line> onDemand = busy(usual.size().architecture().time(), busyWeekMinutes);
        lines.addAll(kept);
        lines.addAll(there);
        return Line.sum(kept).add(Line.sum(there)).subtract(Line.sum(onDemand));
    }

    /** The lines of all prices so far, with their regions. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Hours of a month for minutes of a week. */
    public static double monthHours(double weekMinutes) {
        return weekMinutes / MINUTES_PER_HOUR * WeekPlan.MONTH_DAYS / DAYS_PER_WEEK;
    }

    private List<Line> busy(PriceItem item, double weekMinutes) {
        double millis = weekMinutes * Duration.ofMinutes(1).toMillis() * WeekPlan.MONTH_DAYS / DAYS_PER_WEEK;
        return tariff.lines(
                "busy", "Users' invocations", item, usual.size().gbSeconds(millis), "time that users are served");
    }
}
