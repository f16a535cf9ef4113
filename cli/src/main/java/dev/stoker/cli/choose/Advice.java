// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.price.Dollars;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which way fits a function, as far as the facts tell. */
public final class Advice {
    /** An INIT so short that few users notice it. Our choice. */
    private static final Duration SHORT_INIT = Duration.ofMillis(300);

    /** The shortest idle time after which Lambda was observed to reclaim an environment. Source: docs/how-it-works.md. */
    public static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

    /** Source: Lambda developer guide, "SnapStart": Java 11, Python 3.12, .NET 8 and later, read 2026-11. */
    private static final Pattern WITH_SNAPSTART = Pattern.compile("(java|python3\\.|dotnet)(\\d+).*");

    private static final String NOT_WITH =
            "It needs published versions, and excludes provisioned concurrency, EFS and /tmp above"
                    + " 512 MB. Warm only if that is not enough.";

    private Advice() {}

    /** The sentences that apply, the most important first. */
    public static List<String> of(Facts facts) {
        return Stream.of(users(facts), start(facts), promise(facts), interval(facts))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> users(Facts facts) {
        boolean enough = facts.busy().isPresent()
                && facts.environments().isPresent()
                && facts.busy().getAsDouble() >= facts.environments().getAsLong();
        return enough
                ? Optional.of("Do nothing: users keep "
                        + Count.quantity(facts.busy().getAsDouble()) + " environments busy on average, and you request "
                        + Count.plain(facts.environments().getAsLong())
                        + ". Warming helps only against peaks above that.")
                : Optional.empty();
    }

    private static Optional<String> start(Facts facts) {
        if (facts.init().filter(init -> init.compareTo(SHORT_INIT) <= 0).isPresent()) {
            return Optional.of("Do nothing, perhaps: an INIT of "
                    + Durations.text(facts.init().get()) + " is short. Measure whether your users notice it.");
        }
        if (facts.runtime().isEmpty()) {
            return Optional.of(
                    "Try SnapStart first if the function runs Java 11 or later: it costs nothing there and removes"
                            + " most of INIT. Python 3.12 and .NET 8 and later have it too, and pay for its cache and each restore. "
                            + NOT_WITH);
        }
        String runtime = facts.runtime().get();
        return hasSnapStart(runtime)
                ? Optional.of("Try SnapStart first: "
                        + (runtime.startsWith("java")
                                ? "it costs nothing with " + runtime + " and removes most of INIT. "
                                : "it removes most of INIT. With " + runtime
                                        + " you pay for its cache and each restore. ")
                        + NOT_WITH)
                : Optional.empty();
    }

    /** Whether Lambda offers SnapStart for a runtime. */
    static boolean hasSnapStart(String runtime) {
        Matcher parts = WITH_SNAPSTART.matcher(runtime);
        return parts.matches()
                && Integer.parseInt(parts.group(2))
                        >= switch (parts.group(1)) {
                            case "java" -> 11;
                            case "dotnet" -> 8;
                            default -> 12;
                        };
    }

    private static Optional<String> promise(Facts facts) {
        return facts.costs().flatMap(costs -> {
            for (Costs.Offer offer : costs.provisioned()) {
                if (offer.usd().compareTo(costs.warming()) <= 0) {
                    return Optional.of("Use provisioned concurrency: at " + Dollars.text(offer.usd()) + " ("
                            + offer.text() + ") it costs no more than warming, and AWS guarantees it.");
                }
            }
            return costs.warming().signum() > 0
                    ? Optional.of(
                            "If no cold start is acceptable, use provisioned concurrency: warming proves the environments of"
                                    + " each cycle, and guarantees nothing between cycles. It costs "
                                    + costs.allDay()
                                            .divide(costs.warming(), 0, RoundingMode.HALF_UP)
                                            .toPlainString()
                                    + " times as much: " + Dollars.text(costs.allDay()) + " a month, and warming "
                                    + Dollars.text(costs.warming()) + ".")
                    : Optional.empty();
        });
    }

    private static Optional<String> interval(Facts facts) {
        return facts.interval()
                .filter(interval -> interval.compareTo(SHORTEST_IDLE) >= 0)
                .map(interval -> "An interval of " + Durations.text(interval)
                        + " proves environments but may not keep them: Lambda has been observed to reclaim them"
                        + " after 5 idle minutes. 4m is below every observed figure.");
    }
}
