// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What may be said of a {@link Cycle}. Every failure shows the whole of it. */
final class CycleAssert extends AbstractAssert<CycleAssert, Cycle> {
    /** A cause is at most so long, and valid JSON. */
    private static final int LONGEST_CAUSE = 30_000;

    private static final int IDS_SHOWN = 4;

    private CycleAssert(Cycle actual) {
        super(actual, CycleAssert.class);
        describedAs("%s", actual);
    }

    static CycleAssert assertThatCycle(Cycle cycle) {
        return new CycleAssert(cycle);
    }

    /** Succeeded, with an output of the right shape whose numbers agree. */
    CycleAssert succeeded() {
        if (!actual.status().equals("SUCCEEDED")) {
            throw failure("should have succeeded");
        }
        return isSound();
    }

    /** Failed with {@code Stoker.Shortfall}, and a cause of the same shape as an output. */
    CycleAssert fellShort() {
        failedWith("Stoker.Shortfall");
        return isSound();
    }

    /** Tells of its targets, in its output or its cause, in the right shape and with numbers that agree. */
    CycleAssert isSound() {
        List<String> broken = Consistency.brokenRules(result());
        if (!broken.isEmpty()) {
            throw failure("should say what agrees, but breaks: " + String.join("; ", broken));
        }
        return this;
    }

    /** Failed with {@code Stoker.InvalidInput}, and problems that tell a person what to do. */
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

    /** Succeeded, and names as many environments of its one target as were asked for, or more by spare slots; prints what was seen. */
    CycleAssert provesEnvironments(int count) {
        succeeded();
        TargetOutput target = result().target();
        if (target.requested() != count || target.warm() < count || target.ids().size() != target.warm()) {
            throw failure("should prove " + count + " environments of " + count);
        }
        print(target);
        return this;
    }

    /** What it says of its one target is as {@code expectations} want it. */
    CycleAssert says(Consumer<TargetOutput> expectations) {
        return satisfiesAll(result().target(), expectations);
    }

    /** What it says of target number {@code index}, from 0, is as {@code expectations} want it. */
    CycleAssert saysOf(int index, Consumer<TargetOutput> expectations) {
        return satisfiesAll(result().targets().get(index), expectations);
    }

    /** What it says as a whole is as {@code expectations} want it. */
    CycleAssert saysInAll(Consumer<CycleOutput> expectations) {
        return satisfiesAll(result(), expectations);
    }

    /** Found exactly these environments in its best round, and all of them warm. */
    CycleAssert findsAgain(Set<String> ids) {
        return says(target -> {
            Assertions.assertThat(target.ids()).isEqualTo(ids);
            Assertions.assertThat(target.coldStarts()).isZero();
        });
    }

    /** Found some of these environments, all of them warm, and no other; prints what was seen. */
    CycleAssert findsOnly(Set<String> ids) {
        print(result().target());
        return says(target -> {
            Assertions.assertThat(target.ids()).isNotEmpty().isSubsetOf(ids);
            Assertions.assertThat(target.coldStarts()).isZero();
            Assertions.assertThat(target.failed() + target.throttled()).isZero();
        });
    }

    /** The output, or the cause that has its shape. */
    CycleOutput result() {
        return read(actual.output() != null ? actual.output() : actual.cause(), CycleOutput.class);
    }

    private Problems problems() {
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

    private <T> T read(String text, Class<T> shape) {
        try {
            return Json.read(text, shape);
        } catch (IllegalArgumentException e) {
            throw failure("should read as " + shape.getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The message goes through no format: it may hold any character. */
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
