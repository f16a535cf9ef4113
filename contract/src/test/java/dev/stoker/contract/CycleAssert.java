// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Assertions for a {@link Cycle}. Every failure shows the whole cycle. */
final class CycleAssert extends AbstractAssert<CycleAssert, Cycle> {
    /** The maximum length of a cause, which is valid JSON. */
    private static final int LONGEST_CAUSE = 30_000;

    private static final int IDS_SHOWN = 4;

    /** Cycles that may miss the longest hold. */
    private static final int RUNS = 3;

    private CycleAssert(Cycle actual) {
        super(actual, CycleAssert.class);
        describedAs("%s", actual);
    }

    static CycleAssert assertThatCycle(Cycle cycle) {
        return new CycleAssert(cycle);
    }

    /** Succeeded, with an output of the right format and consistent numbers. */
    CycleAssert succeeded() {
        if (!actual.status().equals("SUCCEEDED")) {
            throw failure("should have succeeded");
        }
        return isSound();
    }

    /** Failed with {@code Stoker.Shortfall}, and a cause of the same format as an output. */
    CycleAssert fellShort() {
        failedWith("Stoker.Shortfall");
        return isSound();
    }

    /** Has an output or a cause of the right format and with consistent numbers. */
    CycleAssert isSound() {
        List<String> broken = Consistency.brokenRules(result());
        if (!broken.isEmpty()) {
            throw failure("should say what agrees, but breaks: " + String.join("; ", broken));
        }
        return this;
    }

    /** Failed with {@code Stoker.InvalidInput}, and problems with remedies. */
    CycleAssert isInvalid() {
        failedWith("Stoker.InvalidInput");
        Problems problems = problems();
        Assertions.assertThat(problems.problems()).as("%s", actual).isNotEmpty().allSatisfy(problem -> {
            Assertions.assertThat(problem.field()).as("a name may be empty").isNotNull();
            Assertions.assertThat(problem.rule()).isNotBlank();
            Assertions.assertThat(problem.remedy()).endsWith(".");
        });
        return this;
    }

    /** Failed with {@code Stoker.InvalidInput}, and with problems of exactly these fields; a field may have several. */
    CycleAssert isInvalidAt(String... fields) {
        isInvalid();
        Assertions.assertThat(new LinkedHashSet<>(problems().fields()))
                .as("%s", actual)
                .containsExactlyInAnyOrder(fields);
        return this;
    }

    /**
     * Succeeded, and lists as many environments of its only target as requested, or more because of spare slots; prints
     * the result.
     */
    CycleAssert provesEnvironments(int count) {
        succeeded();
        TargetOutput target = result().target();
        if (target.requested() != count || target.warm() < count || target.ids().size() != target.warm()) {
            throw failure("should prove " + count + " environments of " + count);
        }
        print(target);
        return this;
    }

    /** The output for its only target meets the expectations. */
    CycleAssert says(Consumer<TargetOutput> expectations) {
        return satisfiesAll(result().target(), expectations);
    }

    /** The output for the target with this index, from 0, meets the expectations. */
    CycleAssert saysOf(int index, Consumer<TargetOutput> expectations) {
        return satisfiesAll(result().targets().get(index), expectations);
    }

    /** The whole output meets the expectations. */
    CycleAssert saysInAll(Consumer<CycleOutput> expectations) {
        return satisfiesAll(result(), expectations);
    }

    /** Found exactly these environments in its best round, and all of them warm. */
    private CycleAssert findsAgain(Set<String> ids) {
        return says(target -> {
            Assertions.assertThat(target.ids()).isEqualTo(ids);
            Assertions.assertThat(target.coldStarts()).isZero();
        });
    }

    /**
     * Runs a cycle, which succeeds, and lists exactly these environments, all of them warm.
     *
     * <p>An emulator on a few busy cores may need more than the longest hold, 3 s, to send 20 sleep tasks and more. No
     * hold can prove them then. If the output shows this, another cycle runs; if that of each of three does, some of
     * these environments are enough on LocalStack, and no others. Elsewhere one of three must prove them all.
     */
    static void proveAgain(Set<String> ids, boolean isLocalStack, Supplier<Cycle> cycles) {
        for (int run = 1; run <= RUNS; run++) {
            CycleAssert cycle = assertThatCycle(cycles.get()).isSound();
            if (!cycle.result().target().missedTheLongestHold()) {
                cycle.provesEnvironments(ids.size()).findsAgain(ids);
                return;
            }
            cycle.fellShort().findsOnly(ids);
            if (run == RUNS && !isLocalStack) {
                throw cycle.failure("should prove " + ids.size() + " environments in one of " + RUNS + " cycles");
            }
            System.out.println("contract: the last sleep task arrived after the longest hold, in cycle " + run + " of "
                    + RUNS + (run < RUNS ? "" : ", so fewer are enough"));
        }
    }

    /** Found some of these environments, all of them warm, and no other; prints the result. */
    private CycleAssert findsOnly(Set<String> ids) {
        print(result().target());
        return says(target -> {
            Assertions.assertThat(target.ids()).isNotEmpty().isSubsetOf(ids);
            Assertions.assertThat(target.coldStarts()).isZero();
            Assertions.assertThat(target.failed() + target.throttled()).isZero();
        });
    }

    /** The output, or the cause of a shortfall, which has the same format. */
    CycleOutput result() {
        return read(actual.output() != null ? actual.output() : actual.cause(), CycleOutput.class);
    }

    /** The cause of an execution that refused its input. */
    Problems problems() {
        return read(actual.cause(), Problems.class);
    }

    private <T> CycleAssert satisfiesAll(T value, Consumer<T> expectations) {
        Assertions.assertThat(value).as("%s", actual).satisfies(expectations);
        return this;
    }

    private void failedWith(String error) {
        if (!actual.status().equals("FAILED") || !error.equals(actual.error())) {
            throw failure("should have failed with " + error);
        }
        if (actual.cause() == null || actual.cause().length() > LONGEST_CAUSE) {
            throw failure("should have a cause of at most " + LONGEST_CAUSE + " characters");
        }
    }

    private <T> T read(@Nullable String text, Class<T> shape) {
        if (text == null) {
            throw failure("should have an output or a cause");
        }
        try {
            return Json.read(text, shape);
        } catch (IllegalArgumentException e) {
            throw failure("should read as " + shape.getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The message is not used as a format, so it may contain any character. */
    private AssertionError failure(String message) {
        return failure("%s", message);
    }

    private static void print(TargetOutput target) {
        Stream<String> ids = target.ids().stream().sorted().limit(IDS_SHOWN);
        System.out.printf(
                "contract: %d of %d environments proven in %d round(s), reach %s ms, spread %s ms, %d cold, ids %s%s%n",
                target.warm(),
                target.requested(),
                target.rounds(),
                target.reachMillis(),
                target.spreadMillis(),
                target.coldStarts(),
                ids.collect(Collectors.joining(" ")),
                target.warm() > IDS_SHOWN ? " ..." : "");
    }
}
