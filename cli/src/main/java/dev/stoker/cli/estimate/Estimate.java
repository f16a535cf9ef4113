// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.Tariff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is told of a month.
 *
 * @param work what was asked
 * @param month its quantities
 * @param bill what it costs
 * @param others other ways
 * @param displacement the users who are displaced, where their rate was told
 * @param advice when another way is better
 */
record Estimate(
        Workload work,
        Month month,
        MonthBill bill,
        List<Alternative> others,
        Optional<Displacement> displacement,
        List<String> advice) {
    /** Every line that is told: the bill's and those of the other ways. */
    List<Line> lines() {
        return Stream.of(
                        bill.warming().stream(),
                        bill.extras().stream(),
                        others.stream().flatMap(other -> other.lines().stream()))
                .flatMap(lines -> lines)
                .toList();
    }

    static Estimate of(Workload work, Tariff tariff) {
        Month month = Month.of(work);
        MonthBill bill = MonthBill.of(work, month, tariff);
        List<Alternative> others = new Alternatives(work, month, tariff, bill.lambdaLines()).all();
        return new Estimate(
                work,
                month,
                bill,
                others,
                work.users().told() ? Optional.of(Displacement.of(work, month)) : Optional.empty(),
                Advice.of(work, bill, others));
    }
}
