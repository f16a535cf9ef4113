// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** The CPU time that an operation takes of JMH's worker thread: unlike elapsed time, other processes hardly change it. */
public final class CpuTime implements InternalProfiler {
    /** The name of the result, in nanoseconds. */
    static final String RESULT = "cpu";

    private long before;

    /** For JMH. */
    public CpuTime() {}

    @Override
    public String getDescription() {
        return "CPU time of the worker thread";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = workerNanos();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double perOperation =
                (double) (workerNanos() - before) / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(RESULT, perOperation, "ns/op", AggregationPolicy.AVG));
    }

    private static long workerNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            boolean worker = threads.getThreadInfo(id) != null
                    && threads.getThreadInfo(id).getThreadName().contains("jmh-worker");
            sum += worker ? Math.max(0, threads.getThreadCpuTime(id)) : 0;
        }
        return sum;
    }
}
