// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stack from its first deployment by {@code stoker deploy} to {@code stoker undeploy}. */
@AtAnEndpoint
final class DeployCommandTest {
    private final Contract contract;

    DeployCommandTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_deployed_stack_proves_N_is_changed_and_leaves_nothing_behind() {
        String stack = contract.stackName() + "-deploy";
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            JsonNode first = run(
                    "deploy",
                    stack,
                    "--function",
                    function.name(),
                    "--concurrency",
                    "3",
                    "--parameter",
                    "ScheduleState=DISABLED");
            assertThat(first.at("/parameters/Targets").asText())
                    .isEqualTo("[{\"function\":\"" + function.arn() + "\",\"concurrency\":3}]");

            Map<String, String> outputs = new LinkedHashMap<>();
            first.path("outputs")
                    .properties()
                    .forEach(output ->
                            outputs.put(output.getKey(), output.getValue().asText()));
            assertThatCycle(contract.keepWarmOf(outputs)
                            .run(Input.of(function.arn(), 3).patient()))
                    .provesEnvironments(3);

            JsonNode second = run("deploy", stack, "--parameter", "LogRetentionDays=14");
            assertThat(second.path("changed").asBoolean()).isTrue();
            assertThat(second.path("outputs")).isEqualTo(first.path("outputs"));

            JsonNode removed = run("undeploy", stack);
            assertThat(removed.path("stackDeleted").asBoolean()).isTrue();
            assertThat(removed.path("filesDeleted").asInt()).isEqualTo(3);
            assertThat(contract.remainsOf(stack)).isEmpty();
        }
    }

    private JsonNode run(String command, String stack, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = command;
        arguments[1] = "--stack-name";
        arguments[2] = stack;
        arguments[3] = "--yes";
        System.arraycopy(options, 0, arguments, 4, options.length);
        CommandRun run = contract.stoker(arguments);
        assertThat(run.exit()).as("%s", run).isZero();
        return run.out();
    }
}
