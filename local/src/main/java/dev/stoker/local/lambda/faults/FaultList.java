// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.faults.Faults.InvalidFaultsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Parses the text of {@code --faults} and reports all its problems together. */
final class FaultList {
    /** The maximum delay is an hour; an Express workflow ends after five minutes. */
    private static final long LONGEST_MILLIS = 3_600_000;

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "dispatch",
            "shard",
            "init",
            "init-fail",
            "throttle",
            "service-error",
            "handler-error",
            "garbage",
            "crash",
            "clock",
            "seed"));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final long seedIfNone;

    FaultList(String list, long seedIfNone) {
        this.seedIfNone = seedIfNone;
        if (!list.isBlank()) {
            for (String fault : list.split(",", -1)) {
                take(fault.strip());
            }
        }
    }

    Faults faults() {
        Faults faults = new Faults(
                read("dispatch", Delay.none(), FaultList::delay),
                read("shard", Delay.none(), FaultList::delay),
                millis("init"),
                probability("init-fail"),
                probability("throttle"),
                probability("service-error"),
                probability("handler-error"),
                probability("garbage"),
                probability("crash"),
                read("clock", 0L, text -> whole(text, millis -> Math.abs(millis) <= LONGEST_MILLIS)),
                read("seed", seedIfNone, text -> whole(text, any -> true)));
        if (!problems.isEmpty()) {
            throw new InvalidFaultsException(problems);
        }
        return faults;
    }

    private void take(String fault) {
        int equals = fault.indexOf('=');
        String name = equals < 0 ? fault : fault.substring(0, equals).strip();
        if (!NAMES.contains(name)) {
            problem(
                    name.isEmpty() ? "--faults" : name,
                    "must be one of " + String.join(", ", NAMES),
                    fault,
                    "Write it like crash=0.02.");
        } else if (equals < 0) {
            problem(name, "must have a value", fault, "Write it like " + name + "=" + example(name) + ".");
        } else if (values.putIfAbsent(name, fault.substring(equals + 1).strip()) != null) {
            problem(name, "must be given once", fault, "Leave one of them out.");
        }
    }

    private static String example(String name) {
        return switch (name) {
            case "dispatch" -> "uniform:800";
            case "shard" -> "lognormal:30:0.8";
            case "init", "clock" -> "500";
            case "seed" -> "1";
            default -> "0.02";
        };
    }

    private double probability(String name) {
        return read(name, 0.0, text -> decimal(text).filter(value -> value >= 0 && value <= 1));
    }

    private long millis(String name) {
        return read(name, 0L, text -> whole(text, millis -> millis >= 0 && millis <= LONGEST_MILLIS));
    }

    /** The value of a fault. {@code reader} returns null for an invalid value. */
    private <T> T read(String name, T ifAbsent, Function<String, Optional<T>> reader) {
        String text = values.get(name);
        if (text == null) {
            return ifAbsent;
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            problem(name, rule(name), text, "Write it like " + name + "=" + example(name) + ".");
        }
        return value.orElse(ifAbsent);
    }

    private static String rule(String name) {
        return switch (name) {
            case "dispatch", "shard" ->
                "must be fixed:MS, uniform:MS or lognormal:MEDIAN:SIGMA, MS and MEDIAN 0 to " + LONGEST_MILLIS
                        + " milliseconds, SIGMA 0 to 5";
            case "init" -> "must be 0 to " + LONGEST_MILLIS + " milliseconds";
            case "clock" -> "must be -" + LONGEST_MILLIS + " to " + LONGEST_MILLIS + " milliseconds";
            case "seed" -> "must be a whole number";
            default -> "must be a probability from 0 to 1";
        };
    }

    private static Optional<Delay> delay(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length == 3 && parts[0].equals("lognormal")) {
            Optional<Double> median = decimal(parts[1]).filter(value -> value > 0 && value <= LONGEST_MILLIS);
            Optional<Double> sigma = decimal(parts[2]).filter(value -> value >= 0 && value <= 5);
            return median.isPresent() && sigma.isPresent()
                    ? Optional.of(new Delay.LogNormal(median.get(), sigma.get()))
                    : Optional.empty();
        }
        Optional<Long> millis =
                parts.length == 2 ? whole(parts[1], value -> value >= 0 && value <= LONGEST_MILLIS) : Optional.empty();
        return millis.flatMap(value -> switch (parts[0]) {
            case "fixed" -> Optional.of(new Delay.Fixed(value));
            case "uniform" -> Optional.of(new Delay.Uniform(value));
            default -> Optional.empty();
        });
    }

    private static Optional<Long> whole(String text, Predicate<Long> allowed) {
        try {
            return Optional.of(Long.valueOf(text)).filter(allowed);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void problem(String place, String rule, String value, String remedy) {
        problems.add(
                "--faults " + place + ": " + rule + ", got " + (value.isEmpty() ? "nothing" : value) + ". " + remedy);
    }
}
