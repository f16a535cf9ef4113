// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.Table;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.price.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The estimate on the screen: the bill, the alternatives, the users, advice. */
final class EstimateScreen {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final List<String> HEADINGS =
            List.of("a month of 30 days", "quantity", "unit price", "amount", "calculation");

    private final Console console;

    EstimateScreen(Console console) {
        this.console = console;
    }

    void show(Estimate estimate, String region, String readOn) {
        Workload work = estimate.work();
        console.paragraph("Keeping " + environments(work) + " warm, every " + Durations.text(work.interval())
                + ", hold "
                + work.hold().toMillis() + " ms, " + work.size().text() + ", " + region + ", prices of " + readOn
                + ".");
        console.say("");
        bill(estimate.bill());
        console.say("");
        console.paragraph(work.spares().assumption(work.plan()));
        console.say("");
        Table others = new Table(List.of("alternative", "per month", "what you get"));
        estimate.others().forEach(other -> others.add(List.of(other.text(), Dollars.text(other.usd()), other.gets())));
        console.table(others);
        estimate.displacement().ifPresent(displaced -> {
            console.say("");
            console.paragraph(users(work, displaced));
        });
        for (String advice : estimate.advice()) {
            console.say("");
            console.paragraph(advice);
        }
    }

    private void bill(MonthBill bill) {
        List<List<String>> rows = new ArrayList<>();
        bill.warming().forEach(line -> rows.add(row(line)));
        rows.add(List.of("Without extras", "", "", Dollars.text(bill.withoutExtras()), ""));
        bill.extras().forEach(line -> rows.add(row(line)));
        rows.add(List.of("With extras", "", "", Dollars.text(bill.total()), ""));
        Table all = new Table(HEADINGS);
        rows.forEach(all::add);
        List<String> lines = all.lines(console.terminal().tableColumns());
        if (lines.size() > rows.size() + 1) {
            // On a narrow terminal the last column, which explains the quantity, is left out. It is in --json.
            Table brief = new Table(HEADINGS.subList(0, HEADINGS.size() - 1));
            rows.forEach(row -> brief.add(row.subList(0, row.size() - 1)));
            lines = brief.lines(console.terminal().tableColumns());
        }
        lines.forEach(console::say);
    }

    private static List<String> row(Line line) {
        String quantity = line.quantity().compareTo(BigDecimal.ONE) < 0
                ? line.quantity().round(THREE_DIGITS).toPlainString()
                : String.format(Locale.ROOT, "%,.0f", line.quantity().setScale(0, RoundingMode.HALF_UP));
        return List.of(
                line.text(),
                quantity + " " + units(line),
                "$" + line.unitUsd().stripTrailingZeros().toPlainString(),
                Dollars.text(line.usd()),
                line.how());
    }

    private static String units(Line line) {
        boolean alone =
                line.quantity().compareTo(BigDecimal.ONE) == 0 || line.unit().equals("GB");
        return alone ? line.unit() : line.unit() + "s";
    }

    private static String environments(Workload work) {
        String windows =
                String.join(", ", work.windows().stream().map(Window::text).toList());
        if (work.windows().isEmpty()) {
            return MonthBill.number(work.concurrency()) + " environments";
        }
        return work.concurrency() == 0 ? windows : MonthBill.number(work.concurrency()) + " environments, " + windows;
    }

    private static String users(Workload work, Displacement displaced) {
        return String.format(
                Locale.ROOT,
                "Users: of %,.3g requests a second, %s at once on average, %s a month arrive during a hold (%.2g %%"
                        + " of the time): at most these are displaced. About %s find no free environment and wait for"
                        + " INIT, one in %s.",
                work.users().perSecond(),
                MonthBill.number(Math.round(work.users().concurrency() * 10) / 10.0),
                MonthBill.number(Math.ceil(displaced.duringHolds())),
                displaced.holdShare() * 100,
                MonthBill.number(Math.ceil(displaced.expected())),
                displaced.share() == 0 ? "none" : MonthBill.number(Math.rint(1 / displaced.share())));
    }
}
