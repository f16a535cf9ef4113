// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.VirtualTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {
    private static final Path INFRA = Path.of(System.getProperty("stoker.root"), "infra");

    @TempDir
    private Path folder;

    private final VirtualTimeline time = new VirtualTimeline(1_795_360_800_000L);
    private final List<String> executions = new ArrayList<>();
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
            .on(time)
            .in(ModelledRuntimes.kind(InitModel.fixed(2000), UserModel.SAMPLE, 1))
            .watchedBy(
                    event -> {
                        if (event.type().startsWith("Execution")) {
                            executions.add(event.type());
                        }
                    },
                    LambdaObserver.NONE));

    /** The repository's template, but for the sample's jar, which only a build of all modules makes. */
    private String template() throws IOException {
        Path jar = Files.write(folder.resolve("sample.jar"), ServedAws.anyZip().asByteArray());
        return Files.readString(INFRA.resolve("template.yaml"))
                .replace("../functions/sample/target/sample.jar", jar.toString());
    }

    private DeployedStack deploy(Map<String, String> parameters) throws IOException {
        return aws.deploy("stoker", template(), INFRA, parameters);
    }

    private StackRequest request(Map<String, String> parameters) throws IOException {
        return StackRequest.of("stoker", template(), INFRA, parameters);
    }

    private JsonNode run(DeployedStack stack, String input) {
        CompletableFuture<ExecutionResult> ended = aws.run(stack.output("KeepWarmArn"), input);
        time.runUntil(time.nowMillis() + 300_000);
        ExecutionResult result = ended.join();
        assertThat(result.status()).as("%s", result).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        return JsonText.read(result.output().orElseThrow());
    }

    @Test
    void the_deployed_template_runs_a_cycle_on_virtual_time() throws IOException {
        DeployedStack stack = deploy(Map.of("ScheduleState", "DISABLED"));

        JsonNode output = run(stack, "{\"function\":\"" + stack.output("SampleFunctionArn") + "\",\"concurrency\":40}");

        assertThat(output.path("warm").asInt()).isEqualTo(40);
        assertThat(stack.outputs()).containsKeys("KeepWarmArn", "FanOutArn", "SampleFunctionArn");
        assertThat(executions)
                .as("a disabled schedule starts none, but a cycle of 40 has children")
                .isNotEmpty();
    }

    @Test
    void the_schedule_of_the_template_keeps_the_sample_warm() throws IOException {
        DeployedStack stack = deploy(Map.of());

        time.runUntil(time.nowMillis() + 59 * 60_000);

        assertThat(executions).filteredOn("ExecutionSucceeded"::equals).hasSize(15);
        assertThat(aws.services().lambda().environments())
                .hasSize(5)
                .allSatisfy(environment -> assertThat(environment.function())
                        .isEqualTo(stack.output("SampleFunctionArn").replaceFirst("^.*:", "")));
    }

    @Test
    void a_second_deploy_pauses_the_ticks_and_a_third_one_resumes_them() throws IOException {
        deploy(Map.of());
        time.runUntil(time.nowMillis() + 10 * 60_000);
        StackRequest pause = request(Map.of("ScheduleState", "DISABLED"));
        StackRequest resume = request(Map.of("ScheduleState", "ENABLED"));

        aws.call(() -> aws.services().stacks().update(pause));
        time.runUntil(time.nowMillis() + 60_000);
        long before = succeeded();
        time.runUntil(time.nowMillis() + 60 * 60_000);
        assertThat(succeeded()).isEqualTo(before).isPositive();

        aws.call(() -> aws.services().stacks().update(resume));
        time.runUntil(time.nowMillis() + 60 * 60_000);
        assertThat(succeeded()).isBetween(before + 15, before + 16);
    }

    @Test
    void a_schedule_that_is_enabled_by_an_update_is_enabled_in_the_stack_too() throws IOException {
        DeployedStack stack = deploy(Map.of("ScheduleState", "DISABLED", "LogRetentionDays", "7"));

        stack.update(Map.of("ScheduleState", "ENABLED"));

        assertThat(aws.services()
                        .stacks()
                        .find("stoker")
                        .orElseThrow()
                        .request()
                        .parameters())
                .containsEntry("ScheduleState", "ENABLED")
                .containsEntry("LogRetentionDays", "7");
        time.runUntil(time.nowMillis() + 5 * 60_000);
        assertThat(succeeded()).isEqualTo(2);
        assertThatThrownBy(() -> stack.update(Map.of("ScheduleState", "ENABLED")))
                .isInstanceOf(EmbeddedAws.RefusedException.class)
                .hasMessageContaining("No updates are to be performed");
    }

    private long succeeded() {
        return executions.stream().filter("ExecutionSucceeded"::equals).count();
    }

    @Test
    void targets_of_ones_own_take_the_samples_place() throws IOException {
        DeployedStack stack = deploy(Map.of("TargetArns", "arn:aws:lambda:us-east-1:000000000000:function:a"));

        assertThat(stack.outputs()).containsKeys("KeepWarmArn", "FanOutArn").doesNotContainKey("SampleFunctionArn");
        assertThat(aws.services().lambda().functions().list()).isEmpty();
        assertThat(aws.services().schedules().list())
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.definition().target().input())
                        .isEqualTo("{\"targets\":[{\"function\":\"arn:aws:lambda:us-east-1:000000000000:function:a\","
                                + "\"concurrency\":5}]}"));
    }

    @Test
    void a_deleted_stack_leaves_nothing_behind() throws IOException {
        DeployedStack stack = deploy(Map.of());

        stack.delete();
        time.runUntil(time.nowMillis() + 3_600_000);

        assertThat(aws.account().stacks()).containsExactly(Map.entry("stoker", "DELETE_COMPLETE"));
        assertThat(aws.services().lambda().functions().list()).isEmpty();
        assertThat(aws.services().stepFunctions().listStateMachines()).isEmpty();
        assertThat(aws.services().schedules().list()).isEmpty();
        assertThat(aws.services().logGroups().all()).isEmpty();
    }

    @Test
    void a_function_is_invoked_and_a_machine_that_is_not_there_refused() throws IOException {
        DeployedStack stack = deploy(Map.of("ScheduleState", "DISABLED"));

        CompletableFuture<InvokeOutcome> outcome = aws.invoke(stack.output("SampleFunctionArn"), "{}");
        CompletableFuture<ExecutionResult> refused =
                aws.run("arn:aws:states:us-east-1:000000000000:stateMachine:x", "{}");
        time.runUntil(time.nowMillis() + 10_000);

        assertThat(outcome).isCompletedWithValueMatching(InvokeOutcome.Answered.class::isInstance);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(EmbeddedAws.RefusedException.class);
    }

    @Test
    void a_port_that_is_taken_is_reported() {
        try (ServedAws other = ServedAws.start();
                EmbeddedAws late = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                        .in(ModelledRuntimes.kind(InitModel.fixed(0), UserModel.SAMPLE, 1)))) {
            int taken = other.endpoint().getPort();

            assertThatThrownBy(() -> late.listen(taken)).hasRootCauseInstanceOf(java.net.BindException.class);
        }
    }

    @Test
    void the_caller_is_the_accounts_root() {
        try (ServedAws served = ServedAws.start()) {
            assertThat(served.sts().getCallerIdentity().account()).isEqualTo("000000000000");
        }
    }
}
