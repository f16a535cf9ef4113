// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A warm cycle of 100 to 10,000 environments: the result, and the time and memory to compute it. */
final class ScaleFiguresTest {
    private static final int[] SIZES =
            Thorough.ON ? new int[] {100, 1_000, 2_500, 5_000, 10_000} : new int[] {100, 1_000};

    @Test
    void a_warm_cycle_of_any_size_gives_the_figures_of_scale_txt() {
        List<String> lines = new ArrayList<>();
        for (int size : SIZES) {
            lines.add(measure(size));
        }
        Results.compare("scale.txt", lines);
    }

    private static String measure(int size) {
        LambdaSettings lambda =
                ScaleTest.boundless(LambdaSettings.with(Faults.none(1).withDispatch(new Delay.Uniform(50)))
                        .accountConcurrency(12_000));
        try (World world = World.with(lambda).start()) {
            world.account().putParameter(World.memoryName(World.ORDERS), "{\"warm\":10000}");
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
            return Results.line(
                    String.format(
                            Locale.ROOT,
                            "N = %6d  warm %6d  rounds %d  output %6d bytes",
                            size,
                            cycle.warm(),
                            cycle.number("rounds"),
                            cycle.result().output().orElseThrow().getBytes(StandardCharsets.UTF_8).length),
                    String.format(
                            Locale.ROOT, "%7.0f ms = %.3f ms a slot, peak heap %5d MB", millis, millis / size, peak));
        }
    }
}
