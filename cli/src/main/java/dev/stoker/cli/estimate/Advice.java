// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Durations;
import dev.stoker.cli.price.Dollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says when an alternative is better. */
final class Advice {
    /** An INIT so short that few users notice it. */
    private static final Duration SHORT_INIT = Duration.ofMillis(300);

    private Advice() {}

    static List<String> of(Workload work, MonthBill bill, List<Alternative> others) {
        List<String> advice = new ArrayList<>();
        long most = work.plan().most();
        if (work.users().isKnown() && work.users().concurrency() >= most) {
            advice.add("Do nothing: users keep " + MonthBill.number(work.users().concurrency())
                    + " environments busy on average, and you request " + MonthBill.number(most)
                    + ". Warming helps only against peaks above that.");
        }
        if (work.init().compareTo(SHORT_INIT) <= 0) {
            advice.add("Do nothing, perhaps: an INIT of " + Durations.text(work.init())
                    + " is short. Measure whether your users notice it.");
        } else {
            advice.add("Try SnapStart first if the function runs Java 11 or later: it costs nothing there and removes"
                    + " most of INIT. It needs published versions, and excludes provisioned concurrency, EFS"
                    + " and /tmp above 512 MB. Warm only if that is not enough.");
        }
        promise(bill.total(), others.subList(0, work.windows().isEmpty() ? 1 : 2), advice);
        if (work.interval().compareTo(Displacement.SHORTEST_IDLE) >= 0) {
            advice.add("An interval of " + Durations.text(work.interval())
                    + " proves environments but may not keep them: Lambda has been observed to reclaim them"
                    + " after 5 idle minutes. 4m is below every observed figure.");
        }
        return advice;
    }

    /**
     * @param provisioned concurrency all day, and by schedule if there are windows
     */
    private static void promise(BigDecimal total, List<Alternative> provisioned, List<String> advice) {
        for (Alternative other : provisioned) {
            if (other.usd().compareTo(total) <= 0) {
                advice.add("Use provisioned concurrency: at " + Dollars.text(other.usd()) + " (" + other.text()
                        + ") it costs no more than warming, and AWS guarantees it.");
                return;
            }
        }
        BigDecimal allDay = provisioned.get(0).usd();
        if (total.signum() > 0) {
            advice.add("If no cold start is acceptable, use provisioned concurrency: warming proves the environments of"
                    + " each cycle, and guarantees nothing between cycles. It costs "
                    + allDay.divide(total, 0, RoundingMode.HALF_UP).toPlainString() + " times as much.");
        }
    }
}
