// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.states.run.ExecutionObserver;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cycles that reach a maximum: of slots, rows, targets, payloads, errors, mistakes or memory. */
final class WidestCycles {
    private static final int MOST_TARGETS = 20;
    private static final int LONGEST_NAME = 64;

    /** The warm event uses some of the 10,000 characters of a payload. */
    private static final int LONGEST_TEXT = 9_900;

    private static final String FULL_MEMORY = "{\"version\":2,\"caution\":1.23,\"concurrency\":10000,\"warm\":10000,"
            + "\"reservedConcurrency\":null,\"arrivals\":{"
            + Stream.of(
                            IntStream.iterate(5, edge -> edge <= 80, edge -> edge + 5),
                            IntStream.iterate(90, edge -> edge <= 160, edge -> edge + 10),
                            IntStream.iterate(180, edge -> edge <= 320, edge -> edge + 20),
                            IntStream.iterate(360, edge -> edge <= 640, edge -> edge + 40),
                            IntStream.iterate(720, edge -> edge <= 1280, edge -> edge + 80),
                            IntStream.iterate(1440, edge -> edge <= 3200, edge -> edge + 160))
                    .flatMapToInt(edges -> edges)
                    .mapToObj(edge -> "\"" + edge + "\":" + (999_000 + edge) + ".25")
                    .collect(Collectors.joining(","))
            + "}}";

    private final ExecutionObserver observer;

    WidestCycles(ExecutionObserver observer) {
        this.observer = observer;
    }

    void run() {
        oneTarget("orders", 1_024);
        oneTarget(OddFunctions.GENERATED_NAMES, 2_500);
        twentyTargets(WidestCycles::longName, 51, 1, "\"payload\":{\"text\":\"" + "x".repeat(LONGEST_TEXT) + "\"}");
        twentyTargets(number -> longName(OddFunctions.GENERATED_NAMES, number), 32, 2, "\"minWarm\":32");
        oneTarget("orders", 10_000);
        twentyTargets(WidestCycles::longName, 500, 2, "\"maxHoldMillis\":1");
        mistakes();
        oddMemory();
    }

    private World world(String... functions) {
        LambdaSettings lambda = LambdaSettings.with(Faults.none(1).withDispatch(new Delay.Uniform(3_000)))
                .accountConcurrency(12_000);
        return World.with(ScaleTest.boundless(lambda))
                .environments(OddFunctions.withInit(InitModel.fixed(300)))
                .functions(functions)
                .watchedBy(observer)
                .start();
    }

    private void oneTarget(String function, int concurrency) {
        try (World world = world(function)) {
            world.account().putParameter(World.memoryName(function), FULL_MEMORY);
            String input = "{\"function\":\"" + function + "\",\"concurrency\":" + concurrency
                    + ",\"maxHoldMillis\":3000,\"maxRounds\":1}";
            world.cycle(input);
            world.cycle(input);
        }
    }

    private void twentyTargets(IntFunction<String> name, int concurrency, int rounds, String field) {
        String[] functions = IntStream.range(0, MOST_TARGETS).mapToObj(name).toArray(String[]::new);
        try (World world = world(functions)) {
            String targets = Stream.of(functions)
                    .map(function -> "{\"function\":\"" + function + "\",\"concurrency\":" + concurrency
                            + ",\"maxRounds\":" + rounds + "," + field + "}")
                    .collect(Collectors.joining(","));
            world.cycle("{\"targets\":[" + targets + "]}");
        }
    }

    private static String longName(int number) {
        return longName("f", number);
    }

    private static String longName(String prefix, int number) {
        String end = String.valueOf(100 + number);
        return prefix + "f".repeat(LONGEST_NAME - prefix.length() - end.length()) + end;
    }

    private void mistakes() {
        String unknown = members(300, i -> "\"field" + i + "\":\"" + "v".repeat(200) + "\"");
        String wrong =
                "\"function\":[\"a\\\"b\"],\"concurrency\":\"7\",\"payload\":7,\"holdMillis\":-1,\"maxHoldMillis\":{},"
                        + "\"maxRounds\":1.5,\"timeoutSeconds\":1e9,\"maxSpare\":null,\"minWarm\":[],\"proof\":\"x\",\"protocol\":7,"
                        + "\"partOf\":\"arn\"";
        try (World world = world("orders")) {
            Stream.of(
                            "{" + unknown + "}",
                            "{" + wrong + "," + unknown + "}",
                            targets(MOST_TARGETS, i -> "{" + wrong + ",\"u" + i + "\":1}"),
                            targets(MOST_TARGETS, i -> "{" + wrong + "," + members(40, n -> "\"u" + n + "\":1") + "}"),
                            targets(MOST_TARGETS, i -> "{\"function\":\"orders\",\"concurrency\":10000}"),
                            targets(MOST_TARGETS, i -> String.valueOf(i)),
                            targets(100, i -> "{" + wrong + "}"),
                            targets(100, i -> "{\"function\":\"f" + i / 2 + "\",\"concurrency\":200}"),
                            targets(1_000, i -> "{\"function\":\"f" + i + "\",\"concurrency\":1}"),
                            "{\"targets\":{" + unknown + "}," + unknown.replace("field", "other") + "}",
                            "{\"function\":\"orders\",\"concurrency\":1,\"payload\":{"
                                    + members(2_000, i -> "\"k" + i + "\":1") + "}}",
                            "{\"function\":\"" + "f".repeat(200_000) + "\",\"concurrency\":1}",
                            "[" + members(5_000, i -> "{}") + "]",
                            "\"" + "s".repeat(200_000) + "\"",
                            "null",
                            "7")
                    .forEach(world::cycle);
        }
    }

    private static String targets(int count, IntFunction<String> target) {
        return "{\"targets\":[" + members(count, target) + "]}";
    }

    private static String members(int count, IntFunction<String> member) {
        return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(","));
    }

    /** A parameter of the standard tier holds 4,096 characters. */
    private void oddMemory() {
        List<String> texts = List.of(
                FULL_MEMORY.replace("\"version\"", "\"" + "k".repeat(2_000) + "\""),
                "{\"arrivals\":{" + members(350, i -> "\"" + i + "\":1e6") + "}}",
                "{\"arrivals\":{" + members(400, i -> "\"" + 5 * i + "\":-1") + "}}",
                "{\"arrivals\":{\"5\":\"x\",\"10\":[],\"15\":{},\"20\":null,\"25\":0,\"30\":1e-300}}",
                "{\"arrivals\":{\"3200\":1000000},\"caution\":\"x\",\"warm\":-1,\"concurrency\":1e300}",
                "{\"arrivals\":[5,10],\"reachMillis\":3200,\"spreadMillis\":3200,\"reservedReadAt\":\"2026\"}",
                "{\"reachMillis\":0,\"spreadMillis\":0,\"reservedConcurrency\":0,\"reservedReadAt\":7}",
                "{\"reservedReadAt\":\"not a time\"}",
                "[" + members(1_300, i -> "[]") + "]",
                "[]",
                "\"text\"",
                "null",
                "7",
                "{");
        try (World world = world("orders")) {
            for (String text : texts) {
                world.account().putParameter(World.memoryName(World.ORDERS), text);
                world.cycle("{\"function\":\"orders\",\"concurrency\":40,\"maxHoldMillis\":3000,\"maxRounds\":2}");
            }
        }
    }
}
