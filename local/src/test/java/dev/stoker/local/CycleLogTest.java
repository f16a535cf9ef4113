// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.VirtualTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The event that a cycle leaves in its stack's log, as infra/template.yaml deploys it. */
class CycleLogTest {
    private static final Path INFRA = Path.of(System.getProperty("stoker.root"), "infra");

    @TempDir
    private Path folder;

    private final VirtualTimeline time = new VirtualTimeline(1_795_360_800_000L);
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
            .on(time)
            .in(ModelledRuntimes.kind(InitModel.fixed(2000), UserModel.SAMPLE, 1)));

    private DeployedStack deploy(Map<String, String> parameters) throws IOException {
        Path jar = Files.write(folder.resolve("sample.jar"), ServedAws.anyZip().asByteArray());
        String template = Files.readString(INFRA.resolve("template.yaml"))
                .replace("../functions/sample/target/sample.jar", jar.toString());
        Map<String, String> paused = new HashMap<>(parameters);
        paused.put("ScheduleState", "DISABLED");
        return aws.deploy("shop", template, INFRA, paused);
    }

    private ExecutionResult run(DeployedStack stack, String input) {
        String withSample = input.replace("SAMPLE", stack.output("SampleFunctionArn"));
        CompletableFuture<ExecutionResult> ended = aws.run(stack.output("KeepWarmArn"), withSample);
        time.runUntil(time.nowMillis() + 300_000);
        return ended.join();
    }

    private List<LogEvent> log(DeployedStack stack) {
        String group = stack.output("LogGroupName");
        return aws.call(() -> aws.services().logGroups().named(group).events().toList());
    }

    private JsonNode cycle(DeployedStack stack) {
        List<LogEvent> cycles = log(stack).stream()
                .filter(event -> event.stream().equals("cycles"))
                .toList();
        assertThat(cycles).as("events in the stream cycles").hasSize(1);
        return JsonText.read(cycles.get(0).message());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "70, 4", "300, 11"})
    void a_cycle_leaves_one_event_with_its_sums_and_its_whole_output(int concurrency, int executions)
            throws IOException {
        DeployedStack stack = deploy(Map.of());

        ExecutionResult result = run(stack, "{\"function\":\"SAMPLE\",\"concurrency\":" + concurrency + "}");

        JsonNode output = JsonText.read(result.output().orElseThrow());
        JsonNode event = cycle(stack);
        assertThat(event.get("stack").textValue()).isEqualTo("shop");
        assertThat(event.get("execution").textValue()).isEqualTo(result.executionArn());
        assertThat(event.get("outcome").textValue()).isEqualTo("Succeeded");
        assertThat(event.get("warm").intValue()).isEqualTo(concurrency);
        assertThat(event.get("sleepTasks").intValue()).isEqualTo(concurrency);
        assertThat(event.get("coldStarts").intValue()).isEqualTo(concurrency);
        assertThat(event.get("executions").intValue()).isEqualTo(executions);
        assertThat(event.get("durationMillis").intValue()).isBetween(2000, 5000);
        assertThat(event.get("targets")).isEqualTo(output.get("targets"));
        assertThat(event.has("_aws")).as("metrics cost money").isFalse();
    }

    @Test
    void a_shortfall_is_logged_before_the_execution_fails_with_it() throws IOException {
        DeployedStack stack = deploy(Map.of());

        ExecutionResult result = run(stack, "{\"function\":\"nobody\",\"concurrency\":2}");

        assertThat(result.error()).contains("Stoker.Shortfall");
        JsonNode event = cycle(stack);
        assertThat(event.get("outcome").textValue()).isEqualTo("Stoker.Shortfall");
        assertThat(event.get("failed").intValue()).isEqualTo(2);
        assertThat(event.get("targets"))
                .isEqualTo(JsonText.read(result.cause().orElseThrow()).get("targets"));
    }

    @Test
    void several_targets_are_one_cycle_and_one_event() throws IOException {
        DeployedStack stack = deploy(Map.of());

        ExecutionResult result = run(stack, """
                {"targets":[{"function":"SAMPLE","concurrency":3},{"function":"nobody","concurrency":2,"minWarm":0}]}""");

        assertThat(result.error()).isEmpty();
        JsonNode event = cycle(stack);
        assertThat(event.get("requested").intValue()).isEqualTo(5);
        assertThat(event.get("warm").intValue()).isEqualTo(3);
        assertThat(event.get("sleepTasks").intValue()).isEqualTo(5);
        assertThat(event.get("executions").intValue())
                .as("the cycle's own, and one for each target")
                .isEqualTo(3);
        assertThat(event.get("failed").intValue()).isEqualTo(2);
        assertThat(event.get("targets")).hasSize(2);
    }

    @Test
    void invalid_input_is_no_cycle_and_its_problems_stand_in_the_machines_own_log() throws IOException {
        DeployedStack stack = deploy(Map.of());

        run(stack, "{\"function\":\"SAMPLE\",\"concurrency\":0}");

        assertThat(log(stack))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.stream()).isNotEqualTo("cycles"));
        assertThat(log(stack))
                .anySatisfy(event -> assertThat(event.message()).contains("Stoker.InvalidInput", "concurrency"));
    }

    @Test
    void metrics_in_cloudwatchs_embedded_format_are_there_when_a_parameter_names_their_namespace() throws IOException {
        DeployedStack stack = deploy(Map.of("MetricsNamespace", "Shop/Stoker"));

        run(stack, "{\"function\":\"SAMPLE\",\"concurrency\":2}");

        JsonNode event = cycle(stack);
        assertThat(event.at("/_aws/Timestamp").longValue()).isBetween(1_795_360_800_000L, time.nowMillis());
        JsonNode directives = event.at("/_aws/CloudWatchMetrics");
        assertThat(directives).hasSize(1);
        JsonNode directive = directives.get(0);
        assertThat(directive.get("Namespace").textValue()).isEqualTo("Shop/Stoker");
        assertThat(directive.get("Dimensions").toString()).isEqualTo("[[\"stack\"]]");
        assertThat(StreamSupport.stream(directive.get("Metrics").spliterator(), false)
                        .map(metric -> metric.get("Name").textValue() + " in "
                                + metric.get("Unit").textValue()))
                .containsExactly(
                        "requested in Count",
                        "warm in Count",
                        "coldStarts in Count",
                        "failed in Count",
                        "throttled in Count",
                        "served in Count",
                        "userColdStarts in Count",
                        "heldMillis in Milliseconds");
        assertThat(directive.get("Metrics"))
                .allSatisfy(metric -> assertThat(
                                event.get(metric.get("Name").textValue()).isNumber())
                        .isTrue());
    }

    @Test
    void a_write_that_fails_changes_nothing() throws IOException {
        DeployedStack stack = deploy(Map.of());
        String group = stack.output("LogGroupName");
        aws.call(() -> {
            aws.services().logGroups().delete(group);
            return stack;
        });

        ExecutionResult result = run(stack, "{\"function\":\"SAMPLE\",\"concurrency\":2}");

        assertThat(result.status()).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        assertThat(JsonText.read(result.output().orElseThrow()).get("warm").intValue())
                .isEqualTo(2);
    }
}
