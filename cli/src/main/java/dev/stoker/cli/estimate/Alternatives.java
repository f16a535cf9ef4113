// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Durations;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceItem;
import dev.stoker.cli.price.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cost of the same month with the alternatives. */
final class Alternatives {
    /** The minimum number of state transitions in a Standard cycle, without those for sleep tasks. */
    static final long TRANSITIONS_BESIDE_SLOTS = 4;

    /** The example if there are no windows: working hours. */
    private static final String EXAMPLE_WINDOW = "MON-FRI 08-18=";

    private static final double MINUTES_PER_WEEK = 10_080;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Workload work;
    private final Month month;
    private final Tariff tariff;
    private final List<Line> lambda;

    /**
     * @param lambda the lines of requests and held time, which are the same with other orchestrators
     */
    Alternatives(Workload work, Month month, Tariff tariff, List<Line> lambda) {
        this.work = work;
        this.month = month;
        this.tariff = tariff;
        this.lambda = List.copyOf(lambda);
    }

    List<Alternative> all() {
        return List.of(provisionedAllDay(), provisionedByWindows(), standard(), trick(), nothing());
    }

    private Alternative provisionedAllDay() {
        long most = work.plan().most();
        double minutes = WeekPlan.MONTH_DAYS / 7 * MINUTES_PER_WEEK;
        return new Alternative(
                "provisioned-concurrency",
                "Provisioned concurrency, all day",
                provisioned(
                        work.size(),
                        tariff,
                        most * minutes,
                        MonthBill.number(most) + " × 30 days × " + work.size().text()),
                "guaranteed by AWS at all times; users' invocations cost less per second");
    }

    private Alternative provisionedByWindows() {
        List<Window> windows = work.windows().isEmpty()
                ? List.of(Window.read(EXAMPLE_WINDOW + work.plan().most()).orElseThrow())
                : work.windows();
        WeekPlan plan = work.windows().isEmpty() ? WeekPlan.of(0, windows) : work.plan();
        double minutes = 0;
        for (Map.Entry<Long, Double> part : plan.minutes().entrySet()) {
            minutes += part.getKey() * plan.monthMinutes(part.getKey());
        }
        String when = String.join(", ", windows.stream().map(Window::text).toList());
        return new Alternative(
                "provisioned-concurrency-by-schedule",
                "Provisioned concurrency, " + when,
                provisioned(
                        work.size(), tariff, minutes, when + " × " + work.size().text()),
                work.windows().isEmpty()
                        ? "the same guarantee, in working hours only"
                        : "the same guarantee in these hours");
    }

    /** Provisioned concurrency for environments times minutes, used or not. */
    static List<Line> provisioned(FunctionSize size, Tariff tariff, double environmentMinutes, String how) {
        return tariff.lines(
                "provisioned",
                "Provisioned concurrency",
                size.architecture().provisioned(),
                size.gbSeconds(environmentMinutes * SECONDS_PER_MINUTE * MILLIS_PER_SECOND),
                how);
    }

    private Alternative standard() {
        List<Line> lines = new ArrayList<>(lambda);
        double transitions = month.sleepTasks() + month.cycles() * TRANSITIONS_BESIDE_SLOTS;
        lines.addAll(tariff.lines(
                "standard.transitions",
                "Standard transitions",
                PriceItem.STANDARD_TRANSITION,
                transitions,
                "one transition per sleep task, " + TRANSITIONS_BESIDE_SLOTS + " or more per cycle"));
        return new Alternative(
                "standard-workflow",
                "Standard instead of Express",
                lines,
                "a history of each execution, kept for 90 days");
    }

    private Alternative trick() {
        double calls = month.holdingTasks() / work.rounds();
        List<Line> lines = new ArrayList<>(
                tariff.lines("trick.requests", "Lambda requests", PriceItem.LAMBDA_REQUEST, calls, "one per call"));
        lines.addAll(tariff.lines(
                "trick.held",
                "Lambda held time",
                work.size().architecture().time(),
                work.size().gbSeconds(calls * LoopTrick.SLEEP_MILLIS),
                "each sleeps " + LoopTrick.SLEEP_MILLIS + " ms"));
        long most = work.plan().most();
        long overlap =
                Math.min(most, Math.round(LoopTrick.LOOPS * LoopTrick.SLEEP_MILLIS / (double) LoopTrick.CALL_MILLIS));
        return new Alternative(
                "loop-trick",
                "The trick: " + MonthBill.number(most) + " calls from loops, every " + Durations.text(work.interval()),
                lines,
                MonthBill.number(calls) + " calls a month; about " + overlap + " of " + MonthBill.number(most)
                        + " overlap, and nothing counts them");
    }

    private Alternative nothing() {
        Users users = work.users();
        String gets = "the first user after an idle time, and each user beyond the earlier concurrency, waits for INIT";
        if (users.isKnown()) {
            gets = "at least " + MonthBill.number(Math.ceil(Displacement.coldWithout(users)))
                    + " users a month wait for INIT (those after 5 idle minutes)";
        }
        return new Alternative("nothing", "Nothing at all", List.of(), gets);
    }
}
