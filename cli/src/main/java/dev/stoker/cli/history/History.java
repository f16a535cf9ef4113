// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.cycles.WarmShare;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.summary.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cycles of some time.
 *
 * @param stack the stack's name
 * @param since when the time began
 * @param cycles at least one, the oldest first
 * @param onlyErrors whether successful cycles are missing
 * @param wanted the percentage of requests that should have met a warm environment, if one is wanted
 */
record History(String stack, Instant since, List<Cycle> cycles, boolean onlyErrors, Optional<BigDecimal> wanted) {
    /** How the share is estimated, and what it does not include. */
    static final String ESTIMATE =
            "The share is an estimate from what environments report to sleep tasks: a user waited if the first"
                    + " request of an environment began within a second after its INIT. The estimate does not include environments"
                    + " that ended before a cycle reached them, requests after the newest cycle, and functions without Stoker's library.";

    /** If the memory of a function is not known. */
    static final String NO_COST =
            "Their cost cannot be calculated without the functions' memory: add --memory, or allow"
                    + " lambda:GetFunctionConfiguration.";

    History {
        cycles = List.copyOf(cycles);
    }

    WarmShare users() {
        return WarmShare.of(cycles);
    }

    List<TargetHistory> targets() {
        return TargetHistory.of(cycles);
    }

    /** How many cycles proved fewer environments of a target than requested. */
    long shortfalls() {
        return cycles.stream().filter(Cycle::fellShort).count();
    }

    /** How many targets of cycles rested. */
    long rests() {
        return targets().stream().mapToLong(TargetHistory::rests).sum();
    }

    long sum(String field) {
        return cycles.stream().mapToLong(cycle -> cycle.sum(field)).sum();
    }

    /** The cost of all cycles; empty if that of one is not known. */
    Optional<BigDecimal> usd() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Cycle cycle : cycles) {
            if (cycle.cost().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cycle.cost().get());
        }
        return Optional.of(sum);
    }

    /** Whether fewer requests met a warm environment than wanted. */
    boolean isMissed() {
        return wanted.isPresent() && users().isBelow(wanted.get());
    }

    /** How many requests met a warm environment, and whether that is what was wanted. */
    String usersSentence() {
        return users().sentence()
                + wanted.map(share -> " The required share is " + share.toPlainString() + " %"
                                + (isMissed() ? ", which was missed." : "."))
                        .orElse("");
    }

    /** The numbers of all cycles together, and their cost. */
    String cyclesSentence() {
        return Count.of(cycles.size(), "cycle") + " since " + since + ": " + Count.plain(shortfalls()) + " fell short; "
                + (rests() == 0
                        ? ""
                        : Count.plain(rests())
                                + " rested for a function because its users kept its environments warm; ")
                + Count.of(sum("throttled"), "sleep task") + " throttled, " + Count.plain(sum("failed")) + " failed; "
                + Count.of(sum("coldStarts"), "environment") + " started. "
                + usd().map(usd -> "The cycles cost " + Dollars.text(usd) + ".").orElse(NO_COST);
    }

    /** The history for CI systems. As with the exit code, only a missed share of users is a failure. */
    Summary summary() {
        List<String> notes = new ArrayList<>();
        targets().forEach(target -> notes.add(target.sentence()));
        notes.add(cyclesSentence());
        notes.add(ESTIMATE);
        return new Summary(
                "stoker history",
                List.of(new Summary.Case("users of stack " + stack, !isMissed(), usersSentence())),
                notes);
    }

    /** The history for programs. */
    ObjectNode json() {
        ObjectNode document = Json.object();
        document.put("stack", stack);
        document.put("since", since.toString());
        users().into(document.putObject("users"));
        wanted.ifPresent(percent -> {
            document.put("warmRate", percent);
            document.put("warmRateMissed", isMissed());
        });
        document.put("cycles", cycles.size());
        document.put("shortfalls", shortfalls());
        document.put("rests", rests());
        for (String sum : List.of("requested", "warm", "coldStarts", "failed", "throttled")) {
            document.put(sum, sum(sum));
        }
        usd().ifPresent(usd -> document.put("usd", usd));
        ArrayNode list = document.putArray("targets");
        targets().forEach(target -> target(target, list.addObject()));
        document.put("onlyErrors", onlyErrors);
        document.put("estimate", ESTIMATE);
        return document;
    }

    private static void target(TargetHistory target, ObjectNode fields) {
        fields.put("function", target.function());
        target.users().into(fields.putObject("users"));
        fields.put("cycles", target.outputs().size());
        fields.put("shortfalls", target.shortfalls());
        fields.put("rests", target.rests());
        fields.put("leastRequested", target.least("requested"));
        fields.put("mostRequested", target.most("requested"));
        fields.put("leastWarm", target.least("warm"));
        fields.put("mostWarm", target.most("warm"));
        for (String sum : List.of("coldStarts", "failed", "throttled")) {
            fields.put(sum, target.sum(sum));
        }
    }
}
