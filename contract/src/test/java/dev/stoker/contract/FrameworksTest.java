// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * examples/frameworks, deployed as its template says, beside the same packages without Stoker. The script
 * {@code .ci/example-frameworks} builds the packages and runs this; without them it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameworksTest {
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final Path EXAMPLES = ROOT.resolve("examples/frameworks");

    private static final String REST = event();
    private static final String PLACED = REST.replace("\"path\":\"/orders/7\"", "\"path\":\"/orders\"")
            .replace("\"GET\"", "\"POST\"")
            .replace(
                    "{\"Accept\":\"application/json\"}",
                    "{\"Accept\":\"application/json\",\"Content-Type\":\"application/json\"}")
            .replace(
                    "{\"Accept\":[\"application/json\"]}",
                    "{\"Accept\":[\"application/json\"],\"Content-Type\":[\"application/json\"]}")
            .replace("\"body\":null", "\"body\":\"{\\\"item\\\":\\\"tea\\\"}\"");
    private static final String NOT_FOUND = REST.replace("/orders/7", "/nothing");
    private static final String QUEUE = """
            {"Records":[{"messageId":"m-1","body":""},{"messageId":"m-2","body":"tea"}]}""";
    private static final String HTTP = """
            {"version":"2.0","rawPath":"/orders/tea","pathParameters":{"item":"tea"},
            "requestContext":{"http":{"method":"GET","path":"/orders/tea"}},"isBase64Encoded":false}""";

    /** Micronaut's header with the second of the answer. */
    private static final Pattern TIME_OF_ANSWER =
            Pattern.compile("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

    private EmbeddedAws aws;
    private Map<String, String> functions;
    private String keepWarm;

    /**
     * A function of the template.
     *
     * @param name in the template, and before Arn in its outputs
     * @param handler without Stoker
     * @param variables without Stoker
     * @param zip its package
     * @param events of its users
     * @param answer what the first of them is to be answered with, as a part of the text
     */
    record Example(
            String name,
            String handler,
            Map<String, String> variables,
            String zip,
            List<String> events,
            String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        "SpringBoot",
                        "com.example.orders.StreamLambdaHandler",
                        Map.of(),
                        "spring-boot/target/spring-boot.zip",
                        List.of(REST, PLACED, NOT_FOUND),
                        "{\\\"found\\\":\\\"7\\\"}"),
                new Example(
                        "SpringCloudFunction",
                        "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
                        Map.of("MAIN_CLASS", "com.example.orders.Orders"),
                        "spring-cloud-function/target/spring-cloud-function.zip",
                        List.of(QUEUE, "{\"Records\":[]}", "{}"),
                        "m-1"),
                new Example(
                        "Quarkus",
                        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest",
                        Map.of(),
                        "quarkus/target/function.zip",
                        List.of("{\"item\":\"tea\"}", "{}", "[]"),
                        "{\"ordered\":\"tea\"}"),
                new Example(
                        "Micronaut",
                        "io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction",
                        Map.of(),
                        "micronaut/target/micronaut.zip",
                        List.of(REST, PLACED, NOT_FOUND),
                        "{\\\"found\\\":\\\"7\\\"}"),
                new Example(
                        "Kotlin",
                        "com.example.orders.Orders",
                        Map.of(),
                        "kotlin/target/kotlin.zip",
                        List.of(HTTP, "{}", "null"),
                        "ordered tea"));
    }

    @BeforeAll
    void deploy_the_template_beside_the_packages_alone() throws IOException {
        for (Example example : examples().toList()) {
            Skip.unless(
                    Files.exists(EXAMPLES.resolve(example.zip())),
                    "examples/frameworks",
                    "it is not built. Run .ci/example-frameworks.");
        }
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.PROCESS));
        String layer = aws.deployTemplate(ROOT, "library", Map.of("ScheduleState", "DISABLED", "WithLayer", "java"))
                .outputs()
                .get("LayerArn");
        functions = aws.deploy(
                        "frameworks",
                        Files.readString(EXAMPLES.resolve("template.yaml")),
                        EXAMPLES,
                        Map.of("StokerLayerArn", layer))
                .outputs();
        Map<String, String> parameters =
                Map.of("ScheduleState", "DISABLED", "TargetArns", String.join(",", functions.values()));
        keepWarm = requireNonNull(
                aws.deployTemplate(ROOT, "stoker", parameters).outputs().get("KeepWarmArn"));
        for (Example example : examples().toList()) {
            byte[] zip = Files.readAllBytes(EXAMPLES.resolve(example.zip()));
            aws.change(() -> {
                aws.account()
                        .createFunction(
                                example.name() + "-alone", example.handler(), Optional.of(zip), example.variables());
                aws.account().resizeFunction(example.name() + "-alone", 1024, 30);
            });
        }
    }

    @AfterAll
    void end_every_environment() {
        if (aws != null) {
            aws.close();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void users_get_the_same_answers_and_a_cycle_keeps_three_environments_warm(Example example) {
        String function = requireNonNull(functions.get(example.name() + "Arn"));

        ExecutionResult cycle = aws.run(
                        keepWarm, "{\"function\":\"" + function + "\",\"concurrency\":3,\"maxHoldMillis\":3000}")
                .join();
        List<String> alone = example.events().stream()
                .map(event -> answer(example.name() + "-alone", event))
                .toList();
        List<String> behind =
                example.events().stream().map(event -> answer(function, event)).toList();

        assertThat(cycle.status()).as("%s", cycle).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        assertThat(Json.tree(cycle.output().orElseThrow()).path("warm").asInt()).isEqualTo(3);
        assertThat(alone.get(0)).contains(example.answer());
        assertThat(behind).isEqualTo(alone);
    }

    private String answer(String function, String event) {
        InvokeOutcome.Answered answered =
                (InvokeOutcome.Answered) aws.invoke(function, event).join();
        String answer = (answered.functionError() ? "error " : "") + answered.payload();
        return TIME_OF_ANSWER.matcher(answer).replaceAll("");
    }

    /** API Gateway's event for {@code GET /orders/7}. */
    private static String event() {
        try {
            return Files.readString(EXAMPLES.resolve("event.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
