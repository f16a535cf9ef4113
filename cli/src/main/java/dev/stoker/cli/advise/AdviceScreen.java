// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.plan.PricedWay;
import dev.stoker.cli.advise.plan.Week;
import dev.stoker.cli.advise.traffic.Traffic;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Table;
import dev.stoker.cli.price.Dollars;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/** The advice for people, on one screen. */
final class AdviceScreen {
    private static final int DAY_COLUMNS = 3;

    /** How many hours a column of the table may contain. */
    private static final int[] HOURS_PER_COLUMN = {1, 2, 3, 4, 6, 12, 24};

    private final Console console;

    AdviceScreen(Console console) {
        this.console = console;
    }

    void show(Advised advised) {
        Traffic traffic = advised.traffic();
        console.paragraph(String.format(
                Locale.ROOT,
                "Traffic of %s: %.1f days, %s requests, %s at once on average, %s at most.",
                advised.wanted()
                        .function()
                        .map(FunctionName::text)
                        .or(() -> advised.wanted().csv())
                        .orElse(""),
                traffic.days(),
                Count.plain(Math.round(traffic.requests())),
                String.format(Locale.ROOT, traffic.mean() < 10 ? "%.2f" : "%,.0f", traffic.mean()),
                Count.plain((long) traffic.peak())));
        console.say("");
        console.paragraph("Environments that would have been enough for at most 1 cold start in "
                + Count.plain(Math.round(1 / advised.wanted().share())) + " requests, by hour in "
                + advised.wanted().zone().getId() + " (at all times: " + Count.plain((long) advised.fixed()) + "):");
        hours(advised.byHour());
        console.say("");
        ways(advised.ways());
        console.say("");
        console.paragraph("Take: " + advised.taken().sentence());
        if (advised.wanted().template().isPresent()) {
            console.say("");
            advised.schedules()
                    .forEach(schedule -> console.say(
                            String.format(Locale.ROOT, "%,6d  %s", schedule.concurrency(), schedule.expression())));
            console.paragraph("Written to " + advised.wanted().template().get()
                    + ". Its first lines say how to deploy it, and how to stop the stack's own schedule from warming the"
                    + " function too.");
        }
    }

    /** A row for each day. If the columns are too many, each contains several hours and shows their largest number. */
    private void hours(Week week) {
        int digits = Math.max(2, Integer.toString(week.levels().last()).length());
        for (int step : HOURS_PER_COLUMN) {
            int columns = Week.HOURS_PER_DAY / step;
            if (DAY_COLUMNS + columns * (digits + 1) <= console.terminal().tableColumns() || columns == 1) {
                StringBuilder head = new StringBuilder(" ".repeat(DAY_COLUMNS));
                for (int hour = 0; hour < Week.HOURS_PER_DAY; hour += step) {
                    head.append(String.format(Locale.ROOT, "%" + (digits + 1) + "d", hour));
                }
                console.say(head.toString());
                for (int day = 0; day < Week.DAYS; day++) {
                    console.say(row(week, day, step, digits));
                }
                return;
            }
        }
    }

    private static String row(Week week, int day, int step, int digits) {
        StringBuilder row = new StringBuilder(DayOfWeek.of(day + 1).name().substring(0, DAY_COLUMNS));
        for (int hour = 0; hour < Week.HOURS_PER_DAY; hour += step) {
            int most = 0;
            for (int within = hour; within < hour + step; within++) {
                most = Math.max(most, week.at(day, within));
            }
            row.append(String.format(Locale.ROOT, "%" + (digits + 1) + "d", most));
        }
        return row.toString();
    }

    private void ways(List<PricedWay> ways) {
        Table table = new Table(List.of("way", "per month", "environment-hours", "cold requests", "share", "enough"));
        for (PricedWay way : ways) {
            table.add(List.of(
                    way.text(),
                    Dollars.text(way.usd()),
                    Count.plain(Math.round(way.environmentHours())),
                    Count.plain(Math.round(way.cold())),
                    String.format(Locale.ROOT, "%.3g %%", way.coldShare() * 100),
                    way.isEnough() ? "yes" : "no"));
        }
        console.table(table);
    }
}
