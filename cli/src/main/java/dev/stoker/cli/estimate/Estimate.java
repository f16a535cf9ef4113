// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.choose.Advice;
import dev.stoker.cli.choose.Costs;
import dev.stoker.cli.choose.Facts;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.Tariff;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The estimate of a month.
 *
 * @param work the options
 * @param month the quantities
 * @param bill the cost
 * @param others the alternatives
 * @param displacement the displaced users, if their rate is known
 * @param advice when an alternative is better
 */
record Estimate(
        Workload work,
        Month month,
        MonthBill bill,
        List<Alternative> others,
        Optional<Displacement> displacement,
        List<String> advice) {
    /** All lines: those of the bill and those of the alternatives. */
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
                work.users().isKnown() ? Optional.of(Displacement.of(work, month)) : Optional.empty(),
                Advice.of(facts(work, bill, others)));
    }

    /** Provisioned concurrency by schedule is an offer only if there are windows: other hours would be a guess. */
    private static Facts facts(Workload work, MonthBill bill, List<Alternative> others) {
        return new Facts(
                Optional.empty(),
                OptionalLong.of(work.plan().most()),
                work.users().isKnown() ? OptionalDouble.of(work.users().concurrency()) : OptionalDouble.empty(),
                Optional.of(work.init()),
                Optional.of(work.interval()),
                Optional.of(costs(bill, others.subList(0, work.windows().isEmpty() ? 1 : 2))));
    }

    private static Costs costs(MonthBill bill, List<Alternative> provisioned) {
        return new Costs(
                bill.total(),
                provisioned.stream()
                        .map(other -> new Costs.Offer(other.text(), other.usd()))
                        .toList());
    }

    /** What warming and provisioned concurrency cost, all day and in some hours. */
    Costs costs() {
        return costs(bill, others.subList(0, 2));
    }
}
