// SPDX-License-Identifier: Apache-2.0
package dev.stoker.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hook, with both services faked at the wire. */
class PreTrafficHookTest {
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:keep-warm";
    private static final String TARGET =
            "{\"function\":\"arn:aws:lambda:us-east-1:123456789012:function:orders:8\",\"concurrency\":20}";
    private static final Map<String, String> EVENT =
            Map.of("DeploymentId", "d-ABCDEF123", "LifecycleEventHookExecutionId", "eyJ4Ijoi");
    private static final Map<String, String> SETTINGS = Map.of("KEEP_WARM_ARN", MACHINE, "TARGET", TARGET);

    private final Wire aws = new Wire();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        aws.close();
    }

    private String call(Map<String, String> settings) {
        return new PreTrafficHook(aws.stepFunctions(), aws.endpoint(), settings).handleRequest(EVENT, context());
    }

    @Test
    void a_proven_cycle_of_the_new_version_lets_the_deployment_go_on() {
        aws.answers("StartSyncExecution", 200, "{\"status\":\"SUCCEEDED\",\"output\":\"{\\\"warm\\\":20}\"}");

        assertThat(call(SETTINGS)).isEqualTo("Succeeded");

        assertThat(aws.requests).hasSize(2);
        assertThat(aws.requests.get(0))
                .startsWith("AWSStepFunctions.StartSyncExecution ")
                .contains(MACHINE, "function:orders:8");
        assertThat(aws.requests.get(1))
                .isEqualTo("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus"
                        + " {\"deploymentId\":\"d-ABCDEF123\",\"lifecycleEventHookExecutionId\":\"eyJ4Ijoi\","
                        + "\"status\":\"Succeeded\"}");
        assertThat(aws.signatures.get(1))
                .startsWith("AWS4-HMAC-SHA256 Credential=test/")
                .contains("/us-east-1/codedeploy/aws4_request", "x-amz-target");
        assertThat(log).containsExactly("Proven warm: {\"warm\":20}", "Reported Succeeded to CodeDeploy.");
    }

    @Test
    void a_shortfall_stops_the_deployment_and_its_numbers_are_in_the_log() {
        aws.answers(
                "StartSyncExecution",
                200,
                "{\"status\":\"FAILED\",\"error\":\"Stoker.Shortfall\",\"cause\":\"{\\\"warm\\\":12}\"}");

        assertThat(call(SETTINGS)).isEqualTo("Failed");

        assertThat(aws.requests.get(1)).contains("\"status\":\"Failed\"");
        assertThat(log).first().isEqualTo("The cycle ended with FAILED Stoker.Shortfall: {\"warm\":12}");
    }

    @Test
    void a_cycle_that_cannot_run_stops_the_deployment_at_once_and_not_after_an_hour() {
        aws.answers("StartSyncExecution", 400, "{\"__type\":\"StateMachineDoesNotExist\",\"message\":\"no such\"}");

        assertThat(call(SETTINGS)).isEqualTo("Failed");
        assertThat(call(Map.of("KEEP_WARM_ARN", MACHINE))).isEqualTo("Failed");

        assertThat(aws.requests)
                .filteredOn(request -> request.contains("\"Failed\""))
                .hasSize(2);
        assertThat(log).anyMatch(line -> line.contains("TARGET: must be an environment variable"));
    }

    @Test
    void a_status_that_codedeploy_does_not_take_is_an_error_of_the_function() {
        aws.answers("StartSyncExecution", 200, "{\"status\":\"SUCCEEDED\",\"output\":\"{}\"}")
                .answers(
                        "PutLifecycleEventHookExecutionStatus",
                        400,
                        "{\"__type\":\"InvalidLifecycleEventHookExecutionIdException\",\"message\":\"unknown\"}");

        assertThatThrownBy(() -> call(SETTINGS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HTTP 400: {\"__type\":\"InvalidLifecycleEventHookExecutionIdException\"");
    }

    /** A context that has a logger and nothing else. */
    private Context context() {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                log.add(message);
            }

            @Override
            public void log(byte[] message) {
                log.add(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getReturnType() == LambdaLogger.class ? logger : "");
    }
}
