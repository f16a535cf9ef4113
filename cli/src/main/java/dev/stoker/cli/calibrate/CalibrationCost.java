// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.Tariff;
import java.math.BigDecimal;
import java.util.Optional;

/** Computes an upper bound for the cost of a calibration before it starts. */
final class CalibrationCost {
    /** The assumed duration of INIT, as in stoker estimate. */
    static final long INIT_MILLIS = 2_000;

    private CalibrationCost() {}

    /**
     * The cost of all cycles of the plan, if each sleep task met a cold start and held for the whole hold.
     *
     * @return empty if the function's size is not known
     */
    static Optional<BigDecimal> most(CalibrationPlan plan, Optional<FunctionSize> size, Tariff tariff) {
        ObjectNode output = Json.object();
        ObjectNode target = output.putArray("targets").addObject();
        target.put("function", plan.function());
        target.put("slots", plan.concurrency());
        target.put("sleepTasks", plan.concurrency());
        target.put("heldMillis", plan.concurrency() * plan.holdMillis());
        target.put("coldStarts", plan.concurrency());
        target.put("rounds", 1);
        target.put("openedAt", 0);
        target.put("holdUntil", plan.holdMillis() + INIT_MILLIS);
        ArrayNode rows = target.putArray("environments");
        ObjectNode row = rows.addObject();
        row.put("coldStart", true);
        row.put("initMillis", INIT_MILLIS);
        return CycleCost.compute(output, function -> size, tariff)
                .map(cost -> cost.usd().multiply(BigDecimal.valueOf(plan.cycles())));
    }
}
