// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.race.Track.Lap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a contestant in a scenario, means over its cycles unless said otherwise.
 *
 * @param n the environments that were asked for
 * @param held environments really held, at most N
 * @param worst the fewest that a cycle held
 * @param cold environments that were started in a cycle
 * @param billedMillis billed time of a cycle for each environment held
 * @param answerMillis billed time of an invocation of the target
 * @param monthUsd dollars a month for each environment held
 * @param readyMillis from the tick until the last environment began its invocation
 * @param sendMillis from the first to the last of these begins
 * @param says what the contestant says it has warmed; empty if it says nothing
 * @param limitMillis the limit of the scenario
 * @param reached all environments that ran an invocation, also those above N; empty if the results do not say more than {@code held}
 * @param untrue cycles in which the contestant said more than it had reached
 */
public record RaceFigures(
        int n,
        double held,
        int worst,
        double cold,
        double billedMillis,
        double answerMillis,
        double monthUsd,
        double readyMillis,
        double sendMillis,
        OptionalDouble says,
        double limitMillis,
        OptionalDouble reached,
        int untrue) {
    private static final Pattern TEXT = Pattern.compile(
            "held +(?<held>[0-9.]+) of (?<n>\\d+) = +[0-9.]+ %, worst +(?<worst>[0-9.]+) %  says +(?<says>nothing|[0-9.]+)"
                    + "  billed +(?<billed>\\d+) ms each = .* limit  \\$(?<usd>[0-9.]+) a month each  ready after +(?<ready>\\d+) ms,"
                    + " sent within +(?<sent>\\d+) ms  started (?<cold>[0-9.]+)"
                    + "(?:  reached +(?<reached>[0-9.]+), said more in (?<untrue>\\d+) cycles)?");

    /** Adds up cycles. */
    static RaceFigures of(int n, Spread spread, List<Lap> laps) {
        double held =
                laps.stream().mapToInt(lap -> Math.min(n, lap.held())).average().orElseThrow();
        double each = Math.max(held, 1e-9);
        return new RaceFigures(
                n,
                held,
                laps.stream().mapToInt(lap -> Math.min(n, lap.held())).min().orElseThrow(),
                laps.stream().mapToInt(Lap::cold).average().orElseThrow(),
                laps.stream()
                                .mapToLong(lap -> lap.targetMillis() + lap.warmerMillis())
                                .average()
                                .orElseThrow()
                        / each,
                laps.stream().mapToDouble(Lap::targetMillis).sum()
                        / Math.max(
                                1, laps.stream().mapToLong(Lap::targetRequests).sum()),
                laps.stream().mapToDouble(RaceBill::cycle).average().orElseThrow() * RaceBill.CYCLES_A_MONTH / each,
                laps.stream().mapToLong(Lap::readyMillis).average().orElseThrow(),
                laps.stream().mapToLong(Lap::sendMillis).average().orElseThrow(),
                laps.stream()
                        .filter(lap -> lap.says().isPresent())
                        .mapToLong(lap -> lap.says().getAsLong())
                        .average(),
                spread.limit(n),
                laps.stream().mapToInt(Lap::held).average(),
                (int) laps.stream()
                        .filter(lap -> lap.says().orElse(0) > lap.held())
                        .count());
    }

    /** The share of N held, 0 to 1. */
    public double share() {
        return held / n;
    }

    /** The share of N held in the worst cycle, 0 to 1. */
    public double worstShare() {
        return (double) worst / n;
    }

    /** Whether it holds N: at least 99.9 % in the mean. */
    public boolean holdsAll() {
        return share() >= 0.999;
    }

    /** Billed time as a ratio to the limit, which is that of holding all N. */
    public double ratio() {
        return billedMillis / limitMillis;
    }

    /**
     * Whether it reports more warm environments than it has reached, also above N: in a cycle, or in the mean if the results do not say it of cycles. A
     * difference of a hundredth is due to rounding.
     */
    public boolean reportsTooMany() {
        return untrue > 0 || saysMoreInTheMean();
    }

    private boolean saysMoreInTheMean() {
        return says.isPresent() && says.getAsDouble() > reached.orElse(held) + 0.01;
    }

    /**
     * The figures that {@link #text()} has written, with as many digits as it has. It has no {@link #answerMillis()}.
     *
     * @param cycles whose means they are
     * @throws IllegalArgumentException if it has not written this
     */
    public static RaceFigures read(String text, int cycles, double limitMillis) {
        Matcher figures = TEXT.matcher(text);
        if (!figures.matches()) {
            throw new IllegalArgumentException("no figures of a race: " + text);
        }
        int n = Integer.parseInt(figures.group("n"));
        String says = figures.group("says");
        return new RaceFigures(
                n,
                mean(figures.group("held"), cycles),
                (int) Math.round(number(figures, "worst") * n / 100),
                mean(figures.group("cold"), cycles),
                number(figures, "billed"),
                Double.NaN,
                number(figures, "usd"),
                number(figures, "ready"),
                number(figures, "sent"),
                says.equals("nothing") ? OptionalDouble.empty() : OptionalDouble.of(mean(says, cycles)),
                limitMillis,
                figures.group("reached") == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(mean(figures.group("reached"), cycles)),
                figures.group("untrue") == null ? 0 : Integer.parseInt(figures.group("untrue")));
    }

    private static double number(Matcher figures, String name) {
        return Double.parseDouble(figures.group(name));
    }

    /** The mean of whole numbers that was rounded to two digits. */
    private static double mean(String rounded, int cycles) {
        return Math.rint(Double.parseDouble(rounded) * cycles) / cycles;
    }

    /** The figures of a line of results. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "held %6.2f of %d = %5.1f %%, worst %5.1f %%  says %s  billed %5.0f ms each = %s limit  $%.5f a month each  ready after"
                        + " %5.0f ms, sent within %4.0f ms  started %.2f%s",
                held,
                n,
                100 * share(),
                100 * worstShare(),
                says.isPresent() ? String.format(Locale.ROOT, "%6.2f", says.getAsDouble()) : "nothing",
                billedMillis,
                holdsAll() ? String.format(Locale.ROOT, "%6.2f x", ratio()) : "  no x",
                monthUsd,
                readyMillis,
                sendMillis,
                cold,
                beyond());
    }

    /** What the other figures of the line do not show: environments above N, and cycles that said more than the mean does. */
    private String beyond() {
        return reached.orElse(held) > held || (untrue > 0 && !saysMoreInTheMean())
                ? String.format(Locale.ROOT, "  reached %.2f, said more in %d cycles", reached.orElse(held), untrue)
                : "";
    }
}
