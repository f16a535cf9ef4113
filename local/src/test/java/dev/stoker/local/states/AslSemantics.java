// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of src/test/resources/asl, on whichever Step Functions there is to ask. */
abstract class AslSemantics {

    /** How an execution ended. */
    record Ended(String status, Optional<String> output, Optional<String> error, Optional<String> cause) {}

    /** Creates a state machine of type Express and gives its ARN. */
    abstract String create(String name, String definition) throws Exception;

    /** Runs an execution to its end. */
    abstract Ended run(String stateMachineArn, String input) throws Exception;

    /** What must come of a case here; aborts the test, with the reason, if it cannot run here. */
    abstract JsonNode expected(AslCase asl);

    static List<AslCase> cases() {
        return AslCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void behaves_as_the_case_says(AslCase asl) throws Exception {
        JsonNode expected = expected(asl);
        Map<String, String> names = new HashMap<>(DeployedFiles.RESOURCES);
        for (Map.Entry<String, String> machine : asl.machines().entrySet()) {
            names.put(machine.getKey(), create(machine.getKey(), machine.getValue()));
        }
        String arn = create("case", DeployedFiles.substitute(asl.definition(), names));
        Ended ended = run(arn, asl.input());
        assertThat(ended.status())
                .as(ended.toString())
                .isEqualTo(expected.get("status").asText());
        if (expected.has("output")) {
            assertThat(AslCase.JSON.readTree(ended.output().orElseThrow())).isEqualTo(expected.get("output"));
        }
        if (expected.has("error")) {
            assertThat(ended.error())
                    .as(ended.toString())
                    .isEqualTo(Optional.ofNullable(expected.get("error").textValue()));
        }
        if (expected.has("cause")) {
            assertThat(ended.cause())
                    .as(ended.toString())
                    .isEqualTo(Optional.ofNullable(expected.get("cause").textValue()));
        }
        if (expected.has("causeContains")) {
            assertThat(ended.cause().orElseThrow())
                    .contains(expected.get("causeContains").textValue());
        }
    }
}
