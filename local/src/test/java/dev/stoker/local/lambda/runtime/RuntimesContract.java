// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.functions.Loaders;
import dev.stoker.local.lambda.Packages;
import dev.stoker.local.lambda.RealLambda;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of runtime that runs code must do, held against each of them. */
public abstract class RuntimesContract {
    protected static final FunctionDefinition PROBE = FunctionDefinition.of(
                    "probe", "java17", "dev.stoker.local.probe.Probe::handleRequest", Packages.probe())
            .withTimeoutSeconds(60)
            .withMemoryMegabytes(256);

    /** INIT is real work here, and a busy machine is no reason to begin it again. */
    private static final long INIT_LIMIT_MILLIS = 60_000;

    private @Nullable RealLambda lambda;

    protected abstract Runtimes runtimes();

    protected RealLambda lambda(LambdaSettings settings, FunctionDefinition... functions) {
        RealLambda created = new RealLambda(settings.initLimitMillis(INIT_LIMIT_MILLIS), timeline -> runtimes());
        lambda = created;
        for (FunctionDefinition function : functions) {
            created.create(function);
        }
        return created;
    }

    protected RealLambda lambda(FunctionDefinition... functions) {
        return lambda(LambdaSettings.with(Faults.none(1)), functions);
    }

    @AfterEach
    void close() {
        if (lambda != null) {
            lambda.close();
        }
    }

    @Test
    void a_function_is_readied_before_its_first_environment_and_nothing_of_it_runs() {
        RealLambda readied = lambda(PROBE.withVariables(Map.of("PROBE_INIT", "wait:1")));

        readied.ask(service -> {
            service.prepare("probe");
            return service;
        });

        assertThat(RealLambda.json(readied.invoke("probe", "{}").payload())
                        .path("invocations")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_function_sees_its_own_environment() {
        JsonNode seen = RealLambda.json(lambda(PROBE.withVariables(Map.of("GREETING", "hello")))
                .invoke("probe", "{}")
                .payload());

        assertThat(seen.path("greeting").asText()).isEqualTo("hello");
        assertThat(seen.path("functionName").asText()).isEqualTo("probe");
        assertThat(seen.path("arn").asText()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:probe");
        assertThat(seen.path("remaining").asLong()).isBetween(1L, 60_000L);
        JsonNode variables = seen.path("variables");
        assertThat(variables.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText()).isEqualTo("on-demand");
        assertThat(variables.path("AWS_LAMBDA_FUNCTION_VERSION").asText()).isEqualTo("$LATEST");
        assertThat(variables.path("AWS_LAMBDA_LOG_GROUP_NAME").asText()).isEqualTo("/aws/lambda/probe");
        assertThat(variables.path("AWS_LAMBDA_LOG_STREAM_NAME").asText())
                .matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST\\][0-9a-f]{32}");
        assertThat(variables.path("LAMBDA_TASK_ROOT").asText()).isNotEmpty();
        assertThat(variables.has("HOME")).isFalse();
    }

    @Test
    void a_class_that_the_package_lacks_comes_from_a_layer() {
        FunctionDefinition bare = FunctionDefinition.of("bare", "java17", PROBE.handler(), Packages.empty())
                .withTimeoutSeconds(60)
                .withMemoryMegabytes(256)
                .withLayers(layers(Packages.layerWithProbe()));

        assertThat(lambda(bare).invoke("bare", "{}").functionError()).isFalse();
    }

    @Test
    void the_packages_own_classes_win_over_those_of_a_layer_also_those_in_its_lib() {
        LayerStack broken = layers(Packages.layerWithBrokenProbe());
        FunctionDefinition inLib = FunctionDefinition.of("in-lib", "java17", PROBE.handler(), Packages.probeInLib());
        RealLambda both = lambda(
                PROBE.withLayers(broken),
                inLib.withTimeoutSeconds(60).withMemoryMegabytes(256).withLayers(broken));

        assertThat(both.invoke("probe", "{}").functionError()).isFalse();
        assertThat(both.invoke("in-lib", "{}").functionError()).isFalse();
    }

    @Test
    void a_later_layer_overwrites_a_file_of_an_earlier_one() {
        FunctionDefinition bare = FunctionDefinition.of("mended", "java17", PROBE.handler(), Packages.empty())
                .withTimeoutSeconds(60)
                .withMemoryMegabytes(256);
        RealLambda both = lambda(
                bare.withLayers(layers(Packages.layerWithBrokenProbe(), Packages.layerWithProbe())),
                FunctionDefinition.of("broken", "java17", PROBE.handler(), Packages.empty())
                        .withTimeoutSeconds(60)
                        .withMemoryMegabytes(256)
                        .withLayers(layers(Packages.layerWithProbe(), Packages.layerWithBrokenProbe())));

        assertThat(both.invoke("mended", "{}").functionError()).isFalse();
        assertThat(both.invoke("broken", "{}").functionError()).isTrue();
    }

    @Test
    void an_error_that_ends_the_runtime_is_reported_and_the_next_invocation_finds_another() {
        RealLambda lambda = lambda(PROBE);
        CompletableFuture<InvokeOutcome> first = lambda.send("probe", "{\"do\":\"exhaust\"}");

        assertThat(((InvokeOutcome.Answered) lambda.await(first)).payload().text())
                .contains("java.lang.OutOfMemoryError", "no memory");
        assertThat(lambda.invoke("probe", "{}").functionError()).isFalse();
    }

    @Test
    void a_package_that_cannot_be_unpacked_ends_the_invocation_and_says_why() {
        FunctionDefinition damaged = FunctionDefinition.of("damaged", "java17", PROBE.handler(), Packages.damaged());

        InvokeOutcome.Answered answer = lambda(damaged).invoke("damaged", "{}");

        assertThat(answer.functionError()).isTrue();
        assertThat(answer.payload().text()).contains("Runtime.InvalidEntrypoint", "zip entry probe.txt: must have");
    }

    private static LayerStack layers(FunctionCode... contents) {
        return LayerStack.of(Stream.of(contents)
                .map(content -> new LayerVersion("arn:aws:lambda:us-east-1:000000000000:layer:l:1", content))
                .toList());
    }

    @Test
    void two_functions_see_different_variables_at_the_same_time() {
        FunctionDefinition other = FunctionDefinition.of("other", "java21", PROBE.handler(), PROBE.code());
        RealLambda both = lambda(
                PROBE.withVariables(Map.of("GREETING", "hello")),
                other.withTimeoutSeconds(60).withVariables(Map.of("GREETING", "hola")));

        assertThat(RealLambda.json(both.invoke("probe", "{}").payload())
                        .path("greeting")
                        .asText())
                .isEqualTo("hello");
        assertThat(RealLambda.json(both.invoke("other", "{}").payload())
                        .path("greeting")
                        .asText())
                .isEqualTo("hola");
    }

    @Test
    void an_environment_keeps_its_state_from_one_invocation_to_the_next() {
        RealLambda warm = lambda(PROBE);

        JsonNode first = RealLambda.json(warm.invoke("probe", "{}").payload());
        JsonNode second = RealLambda.json(warm.invoke("probe", "{}").payload());

        assertThat(second.path("loaded")).isEqualTo(first.path("loaded"));
        assertThat(second.path("invocations").asInt()).isEqualTo(2);
    }

    @Test
    void requests_at_once_get_an_environment_each() {
        var answers = lambda(PROBE).invokeTogether(4, "probe", "{\"do\":\"wait\",\"millis\":200}");

        assertThat(answers)
                .extracting(answer -> answer.path("invocations").asInt())
                .containsOnly(1);
        assertThat(answers)
                .extracting(answer -> answer.path("pid") + "/" + answer.path("loaded"))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_exception_is_a_function_error_and_the_environment_lives_on() {
        RealLambda warm = lambda(PROBE);

        InvokeOutcome.Answered thrown = warm.invoke("probe", "{\"do\":\"throw\"}");
        JsonNode after = RealLambda.json(warm.invoke("probe", "{}").payload());

        assertThat(thrown.functionError()).isTrue();
        JsonNode error = RealLambda.json(thrown.payload());
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error.path("errorMessage").asText()).isEqualTo("bad \"order\"");
        assertThat(error.path("stackTrace").get(0).asText()).startsWith("dev.stoker.local.probe.Probe.handleRequest");
        assertThat(after.path("invocations").asInt()).isEqualTo(2);
    }

    @Test
    void a_function_that_exits_is_a_crash_and_the_next_invocation_starts_its_runtime_again() {
        RealLambda warm = lambda(PROBE);

        InvokeOutcome.Answered exited = warm.invoke("probe", "{\"do\":\"exit\"}");
        JsonNode after = RealLambda.json(warm.invoke("probe", "{}").payload());

        assertThat(exited.functionError()).isTrue();
        assertThat(RealLambda.json(exited.payload()).path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(exited.payload().text()).contains("exit status 3");
        assertThat(after.path("invocations").asInt()).isEqualTo(1);
        long coldStarts = warm.ask(service -> service.report("probe").coldStarts());
        assertThat(coldStarts).isEqualTo(1);
    }

    @Test
    void a_function_that_takes_too_long_is_ended_and_its_runtime_starts_again() {
        RealLambda warm = lambda(PROBE.withTimeoutSeconds(5));
        warm.invoke("probe", "{}");

        InvokeOutcome.Answered late = warm.invoke("probe", "{\"do\":\"wait\",\"millis\":600000}");
        JsonNode after = RealLambda.json(warm.invoke("probe", "{}").payload());

        assertThat(late.functionError()).isTrue();
        assertThat(RealLambda.json(late.payload()).path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(late.payload().text()).contains("Task timed out after 5.00 seconds");
        assertThat(after.path("invocations").asInt()).isEqualTo(1);
    }

    @Test
    void an_init_that_throws_fails_the_invocation() {
        InvokeOutcome.Answered failed =
                lambda(PROBE.withVariables(Map.of("PROBE_INIT", "fail"))).invoke("probe", "{}");

        assertThat(failed.functionError()).isTrue();
        JsonNode error = RealLambda.json(failed.payload());
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.path("errorMessage").asText()).contains("no \"database\"");
    }

    @Test
    void an_init_that_exits_fails_the_invocation() {
        InvokeOutcome.Answered failed =
                lambda(PROBE.withVariables(Map.of("PROBE_INIT", "exit"))).invoke("probe", "{}");

        assertThat(RealLambda.json(failed.payload()).path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(failed.payload().text()).contains("exit status 7");
    }

    @Test
    void a_handler_that_is_not_there_fails_every_invocation() {
        FunctionDefinition lost = FunctionDefinition.of("lost", "java17", "com.acme.Lost::handle", PROBE.code());

        InvokeOutcome.Answered failed = lambda(lost.withTimeoutSeconds(60)).invoke("lost", "{}");

        JsonNode error = RealLambda.json(failed.payload());
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.ClassNotFoundException");
        assertThat(error.path("errorMessage").asText()).isEqualTo("Class not found: com.acme.Lost");
    }

    @Test
    void the_log_carries_what_the_function_wrote_between_lambdas_lines() {
        InvokeOutcome.Answered answered = lambda(PROBE).invoke("probe", "{\"do\":\"print\"}");

        assertThat(answered.log().text().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .isEqualTo("START RequestId: " + answered.requestId() + " Version: $LATEST"),
                        line -> assertThat(line).isEqualTo("to out"),
                        line -> assertThat(line).isEqualTo("to err"),
                        line -> assertThat(line).isEqualTo("to the logger"),
                        line -> assertThat(line).isEqualTo("END RequestId: " + answered.requestId()),
                        line -> assertThat(line)
                                .matches("REPORT RequestId: .*\tDuration: .* ms\tBilled Duration: \\d+ ms\tMemory Size:"
                                        + " 256 MB\tInit Duration: .* ms"));
    }

    @Test
    void classes_may_come_in_a_jar_in_lib() {
        FunctionDefinition inLib = FunctionDefinition.of("lib", "java17", PROBE.handler(), Packages.probeInLib());

        InvokeOutcome.Answered answered = lambda(inLib.withTimeoutSeconds(60)).invoke("lib", "{}");

        assertThat(answered.functionError()).isFalse();
    }

    @Test
    void a_clock_that_is_off_is_off_in_the_first_environment_only() {
        RealLambda skewed = lambda(LambdaSettings.with(Faults.parse("clock=-3000000", 1)), PROBE);

        long before = System.currentTimeMillis();
        var clocks = skewed.invokeTogether(2, "probe", "{\"do\":\"wait\",\"millis\":200}").stream()
                .map(answer -> answer.path("clock").asLong() - before)
                .sorted()
                .toList();

        assertThat(clocks.get(0)).isLessThan(-2_000_000);
        assertThat(clocks.get(1)).isPositive();
    }

    @Test
    void each_environment_reads_the_events_of_aws_as_classes_of_its_own(@TempDir Path folder) throws IOException {
        RealLambda buckets = lambda(FunctionDefinition.of(
                        "buckets",
                        "java17",
                        Loaders.SlowBuckets.class.getName(),
                        FunctionCode.of(FunctionOnDisk.zip(folder)))
                .withTimeoutSeconds(60)
                .withMemoryMegabytes(256));

        var answers = buckets.invokeTogether(2, "buckets", EventCases.S3);

        assertThat(answers).extracting(answer -> answer.path("key").asText()).containsExactly("a keyÅ", "a keyÅ");
        assertThat(answers).extracting(answer -> answer.path("loader").asText()).doesNotHaveDuplicates();
    }

    @Test
    void a_function_runs_the_copy_of_the_library_that_its_package_brings() {
        FunctionDefinition sample = FunctionDefinition.of(
                        "sample", "java17", "dev.stoker.warmable.WarmableHandler::handleRequest", Packages.sample())
                .withTimeoutSeconds(60)
                .withMemoryMegabytes(256)
                .withVariables(Map.of(
                        "STOKER_HANDLER",
                        "dev.stoker.sample.SampleHandler::handleRequest",
                        "SAMPLE_START_MILLIS",
                        "0"));

        RealLambda warm = lambda(sample, PROBE);
        JsonNode user =
                RealLambda.json(warm.invoke("sample", "{\"name\":\"Ada\"}").payload());
        JsonNode answer = RealLambda.json(warm.invoke(
                        "sample",
                        "{\"stoker\":{\"version\":1,\"holdUntil\":0,\"holdMillis\":1,\"round\":1,\"slot\":0}}")
                .payload());

        assertThat(user.path("message").asText()).isEqualTo("Hello, Ada");
        assertThat(answer.path("stoker").path("served").asInt()).isEqualTo(1);
        assertThat(RealLambda.json(warm.invoke("probe", "{}").payload())
                        .path("hasLibrary")
                        .booleanValue())
                .as("a package that brings no copy finds none, though the embedded AWS itself has one")
                .isFalse();
    }
}
