// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Track.Lap;
import dev.stoker.cli.estimate.LoopTrick;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceItem;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.Tariff;
import java.util.List;
import java.util.Optional;

/** What cycles cost at AWS's prices of us-east-1, without the Free Tier. */
public final class RaceBill {
    /** Cycles of a month of 30 days, one every 4 minutes. */
    public static final long CYCLES_A_MONTH = 30L * 24 * 15;

    /** The alarms of Stoker's stack. A test counts them in the template. */
    public static final int ALARMS = 5;

    /** The memory of the target, the same for all. */
    public static final FunctionSize TARGET = new FunctionSize(512, Architecture.X86_64);

    /** The memory of a warmer of its own: the default of serverless-plugin-warmup. */
    static final FunctionSize WARMER = new FunctionSize(128, Architecture.X86_64);

    private static final Tariff TARIFF = PriceFile.carried().of(PriceList.DEFAULT_REGION);

    private RaceBill() {}

    /** Ticks of schedules. */
    static double ticks(int schedules) {
        return usd(PriceItem.SCHEDULER_INVOCATION, schedules);
    }

    /** The ticks of a contestant's schedules in a month, in dollars. */
    public static double ticksOfAMonth(Contestant contestant) {
        return ticks(contestant == Contestant.TRICK ? LoopTrick.LOOPS : 1) * CYCLES_A_MONTH;
    }

    /** The alarms of Stoker's stack in a month, in dollars. */
    public static double alarmsOfAMonth() {
        return usd(PriceItem.ALARM_MONTH, ALARMS);
    }

    /** Of a cycle of Stoker all but the function: executions, parameters and logs. */
    static double beside(JsonNode output) {
        List<Line> lines = CycleCost.compute(output, function -> Optional.of(TARGET), TARIFF)
                .orElseThrow()
                .lines();
        return Line.sum(lines.stream()
                        .filter(line -> !line.name().startsWith("lambda."))
                        .toList())
                .doubleValue();
    }

    /** One cycle with all that AWS bills for it. */
    static double cycle(Lap lap) {
        return usd(PriceItem.LAMBDA_REQUEST, (double) (lap.targetRequests() + lap.warmerRequests()))
                + usd(TARGET.architecture().time(), TARGET.gbSeconds((double) lap.targetMillis()))
                + usd(WARMER.architecture().time(), WARMER.gbSeconds((double) lap.warmerMillis()))
                + lap.otherUsd();
    }

    private static double usd(PriceItem item, double quantity) {
        return Line.sum(TARIFF.lines("race", "race", item, quantity, "race")).doubleValue();
    }
}
