// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.reference.Comparison;
import dev.stoker.reference.NodeJsonata;
import dev.stoker.reference.Recorder;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeats the evaluations of the state machines on JSONata's reference implementation. */
final class ReferenceTest {
    /** More of them with {@link Thorough}. */
    private static final int SEEDS = Thorough.ON ? 20 : 3;

    private static final int MOST_OF_ONE = 20;

    private final NodeJsonata reference = NodeJsonata.in(Path.of(System.getProperty("stoker.root")));

    @BeforeEach
    void needsTheReference() {
        reference.whyNot().ifPresent(reason -> System.out.println("reference: skipped, since " + reason));
        Assumptions.assumeTrue(
                reference.whyNot().isEmpty(), () -> reference.whyNot().orElseThrow());
    }

    @Test
    void cycles_with_random_faults_evaluate_to_what_the_reference_gives() {
        try (Recorder recorder = Recorder.ofAll()) {
            LongStream.rangeClosed(1, SEEDS).forEach(seed -> new RandomRun(seed).run(recorder));
            check(SEEDS + " seeds of random faults", recorder);
        }
    }

    /**
     * Some evaluations of each expression, and each one with more data than those before, so the largest are included.
     */
    @Test
    @Thorough
    void the_widest_cycles_evaluate_to_what_the_reference_gives_within_half_of_its_bounds() {
        try (Recorder recorder = Recorder.ofTheLargest(MOST_OF_ONE)) {
            new WidestCycles(recorder).run();
            check("the widest cycles", recorder);
        }
    }

    private void check(String what, Recorder recorder) {
        Comparison comparison = recorder.compareWith(reference);
        System.out.println("reference: " + what + ": " + comparison);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outOfBounds()).isEmpty();
    }
}
