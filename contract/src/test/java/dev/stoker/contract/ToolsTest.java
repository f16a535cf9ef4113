// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions with the packages of other tools, as their registries have them, are kept warm by the tool's own warm event. */
@AtAnEndpoint
final class ToolsTest {
    private static final int COUNT = 3;

    /** It reads its event strictly, and its answers identify environments as users' own answers do, and as Thundra documents. */
    private static final String STRICT = """
            import time, uuid
            ID = []

            def handler(event, context):
                if isinstance(event, str) and event.startswith("#warmup wait="):
                    time.sleep((100 + int(event.removeprefix("#warmup wait="))) / 1000)
                    return {"instanceId": environment()}
                if not isinstance(event, dict) or set(event) != {"action", "sleep"} or event["action"] != "keep-warm":
                    raise ValueError(f"a user's: {event}")
                time.sleep(event["sleep"] / 1000)
                return {"instance": {"id": environment()}}

            def environment():
                if not ID:
                    ID.append(uuid.uuid4().hex)
                return ID[0]
            """;

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
            JsonNode target = target(cycle);
            assertThat(target.path("failed").asInt()).as(cycle.toString()).isZero();
            assertThat(target.path("warm").asInt()).isEqualTo(tool.proves() ? COUNT : 0);
            assertThat(target.path("unproven").asInt()).isEqualTo(tool.proves() ? 0 : COUNT);
            assertThat(target.path("protocol").asText()).isEqualTo(tool.protocol());
        }
    }

    @Test
    void a_strict_function_is_proven_by_the_id_in_its_answer_to_its_own_event_and_to_thundras() {
        byte[] zip = ToolFunction.zipOf("app.py", STRICT);
        try (TargetFunction function =
                AnyVersion.of(AnyVersion.PYTHON, runtime -> contract.create(runtime, "app.handler", zip))) {
            Input input = Input.of(function, COUNT).patient();

            Cycle own = contract.keepWarm()
                    .run(input.with("protocol", "custom")
                            .with("idAt", "instance.id")
                            .with("payload", Map.of("action", "keep-warm", "sleep", "${holdMillis}")));
            Cycle thundra = contract.keepWarm().run(input.with("protocol", "thundra"));

            assertThat(List.of(own, thundra)).allSatisfy(cycle -> {
                assertThat(cycle.status()).as(cycle.toString()).isEqualTo("SUCCEEDED");
                JsonNode target = target(cycle);
                assertThat(target.path("warm").asInt()).isEqualTo(COUNT);
                assertThat(target.path("unproven").asInt()).isZero();
            });
        }
    }

    private static JsonNode target(Cycle cycle) {
        return Json.tree(Objects.requireNonNull(cycle.output(), "a cycle that succeeded has an output"))
                .path("targets")
                .path(0);
    }

    private TargetFunction create(ToolFunction tool) {
        byte[] zip = tool.zip();
        return AnyVersion.of(tool.runtimes(), runtime -> contract.create(runtime, tool.handler(), zip));
    }
}
