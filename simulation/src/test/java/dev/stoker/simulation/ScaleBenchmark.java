// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.LambdaSettings;
import dev.stoker.local.lambda.faults.DispatchDelay;
import dev.stoker.local.lambda.faults.Faults;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How long a warm cycle takes to be computed, and what it needs, from 100 to 10,000 environments by model. */
final class ScaleBenchmark {
    private static final int[] SIZES = {100, 1_000, 2_500, 5_000, 10_000};

    @Test
    void time_and_memory_by_size() {
        List<String> lines = new ArrayList<>();
        for (int size : SIZES) {
            lines.add(measure(size));
            System.out.println(lines.get(lines.size() - 1));
        }
        Results.write("scale.txt", lines);
    }

    private static String measure(int size) {
        LambdaSettings lambda =
                ScaleTest.boundless(LambdaSettings.with(Faults.none(1).withDispatch(new DispatchDelay.Uniform(50)))
                        .accountConcurrency(12_000));
        try (World world = World.with(lambda).start()) {
            world.parameters().put(World.memoryName(World.ORDERS), "{\"warm\":10000}", "String", true);
            String input = "{\"function\":\"orders\",\"concurrency\":" + size + "}";
            world.cycle(input); // all cold, and the JVM's own warm-up
            world.cycle(input);
            List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
            System.gc(); // the peak is to be that of this cycle
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);
            long began = System.nanoTime();
            Cycle cycle = world.cycle(input);
            double millis = (System.nanoTime() - began) / 1e6;
            long peak = heap.stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    >> 20;
            return String.format(
                    Locale.ROOT,
                    "N = %6d  warm %6d  rounds %d  computed in %7.0f ms = %.3f ms a slot  peak heap %5d MB  output %6d bytes",
                    size,
                    cycle.warm(),
                    cycle.number("rounds"),
                    millis,
                    millis / size,
                    peak,
                    cycle.result().output().getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
