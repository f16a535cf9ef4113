// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * For any input, an execution ends in one of the documented ways. {@code -Dstoker.seed} repeats a run,
 * {@code -Dstoker.inputs} sets the number of inputs.
 */
@AtAnEndpoint
final class AnyInputTest {
    /** Enough inputs to reach every result with any seed. */
    private static final int ENOUGH = 60;

    /** LocalStack takes about two seconds for each. */
    private static final int AT_LOCAL_STACK = 20;

    private final Contract contract;

    AnyInputTest(Contract contract) {
        this.contract = contract;
    }

    private enum End {
        SUCCEEDED,
        REFUSED,
        SHORT
    }

    @Test
    void any_JSON_value_runs_or_is_refused_with_problems_that_can_be_read() {
        long seed = Long.getLong("stoker.seed", ThreadLocalRandom.current().nextLong());
        int inputs = Integer.getInteger("stoker.inputs", contract.isLocalStack() ? AT_LOCAL_STACK : ENOUGH);
        System.out.println("contract: any JSON value, -Dstoker.seed=" + seed + " -Dstoker.inputs=" + inputs);
        AnyJson values = new AnyJson(seed, contract.nameOfNoFunction());

        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int number = 1; number <= inputs; number++) {
            String input = next(values);
            try {
                ends.merge(endOf(contract.keepWarm().run(input)), 1, Integer::sum);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("input " + number + " of -Dstoker.seed=" + seed + ": " + e.getMessage(), e);
            }
        }

        System.out.println("contract: any JSON value ended " + ends);
        if (inputs >= ENOUGH) {
            assertThat(ends).as("the values reach every end").containsOnlyKeys(End.values());
        }
    }

    /** LocalStack 4.14 does not escape keys in texts, and several targets are sent as texts. */
    private String next(AnyJson values) {
        String input = values.next();
        while (contract.isLocalStack() && hasKeyToEscape(Json.tree(input))) {
            input = values.next();
        }
        return input;
    }

    private static boolean hasKeyToEscape(JsonNode value) {
        boolean here = value.properties().stream()
                .anyMatch(field -> !Json.write(JsonNodeFactory.instance.textNode(field.getKey()))
                        .equals('"' + field.getKey() + '"'));
        return here || value.valueStream().anyMatch(AnyInputTest::hasKeyToEscape);
    }

    /** None of the inputs names an existing function, so a valid input finds none. */
    private static End endOf(Cycle cycle) {
        if (cycle.status().equals("SUCCEEDED")) {
            assertThatCycle(cycle).succeeded().saysInAll(AnyInputTest::foundNoFunction);
            return End.SUCCEEDED;
        }
        if ("Stoker.Shortfall".equals(cycle.error())) {
            assertThatCycle(cycle).fellShort().saysInAll(AnyInputTest::foundNoFunction);
            return End.SHORT;
        }
        assertThatCycle(cycle).isInvalid();
        return End.REFUSED;
    }

    private static void foundNoFunction(CycleOutput output) {
        assertThat(output.warm()).isZero();
        assertThat(output.targets()).allSatisfy(target -> {
            assertThat(target.failed()).isEqualTo(target.requested());
            assertThat(target.errors()).containsOnlyKeys("Lambda.ResourceNotFoundException");
        });
    }
}
