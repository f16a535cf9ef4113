// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link UserEvent} with JMH's profiler of allocations, and prints what Stoker adds. JMH's own report goes to standard error. */
public final class UserEventMain {
    private UserEventMain() {}

    /**
     * Takes about two minutes.
     *
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(UserEvent.class.getName())
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .output("/dev/stderr")
                        .build())
                .run();
        System.out.println(Machine.describe());
        System.out.println(
                "one user's event, JMH 1.37, 3 forks of 3 s, C1 as on Lambda; CPU time, and elapsed time in brackets");
        for (String bytes : new String[] {"200", "1000000"}) {
            RunResult alone = find(results, "alone", bytes);
            RunResult behind = find(results, "behind", bytes);
            System.out.println(String.format(
                    Locale.ROOT,
                    "event of %7s B: alone %6.1f ns, behind %6.1f ns, more by %5.1f ns, goal 200 (elapsed %.1f and %.1f ns);"
                            + " allocated alone %3.0f B, behind %3.0f B, more by %3.0f B",
                    bytes,
                    secondary(alone, CpuTime.RESULT),
                    secondary(behind, CpuTime.RESULT),
                    secondary(behind, CpuTime.RESULT) - secondary(alone, CpuTime.RESULT),
                    alone.getPrimaryResult().getScore(),
                    behind.getPrimaryResult().getScore(),
                    allocated(alone),
                    allocated(behind),
                    allocated(behind) - allocated(alone)));
        }
    }

    private static RunResult find(Collection<RunResult> results, String method, String bytes) {
        for (RunResult result : results) {
            boolean same = result.getParams().getBenchmark().endsWith("." + method)
                    && result.getParams().getParam("bytes").equals(bytes);
            if (same) {
                return result;
            }
        }
        throw new IllegalStateException("JMH has no result of " + method + " with " + bytes + " bytes");
    }

    private static double allocated(RunResult result) {
        return secondary(result, "gc.alloc.rate.norm");
    }

    private static double secondary(RunResult result, String wanted) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith(wanted)) {
                return result.getSecondaryResults().get(name).getScore();
            }
        }
        throw new IllegalStateException("JMH has no result " + wanted);
    }
}
