// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions with the packages of other tools, as their registries have them, are kept warm by the tool's own warm event. */
@AtAnEndpoint
final class ToolsTest {
    private static final int COUNT = 3;

    private final Contract contract;

    ToolsTest(Contract contract) {
        this.contract = contract;
    }

    static List<ToolFunction> tools() {
        return ToolFunction.all();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void each_slot_is_answered_by_the_tool_and_proven_where_the_answer_has_an_id(ToolFunction tool) {
        try (TargetFunction function = create(tool)) {
            Input input = Input.of(function, COUNT)
                    .patient()
                    .with("protocol", tool.protocol())
                    .with("proof", tool.proves() ? "environment" : "none");

            Cycle cycle = contract.keepWarm().run(input);

            assertThat(cycle.status()).as(cycle.toString()).isEqualTo("SUCCEEDED");
            JsonNode target = Json.tree(Objects.requireNonNull(cycle.output(), "a cycle that succeeded has an output"))
                    .path("targets")
                    .path(0);
            assertThat(target.path("failed").asInt()).as(cycle.toString()).isZero();
            assertThat(target.path("warm").asInt()).isEqualTo(tool.proves() ? COUNT : 0);
            assertThat(target.path("unproven").asInt()).isEqualTo(tool.proves() ? 0 : COUNT);
            assertThat(target.path("protocol").asText()).isEqualTo(tool.protocol());
        }
    }

    private TargetFunction create(ToolFunction tool) {
        byte[] zip = tool.zip();
        return AnyVersion.of(tool.runtimes(), runtime -> contract.create(runtime, tool.handler(), zip));
    }
}
