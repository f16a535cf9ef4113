// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.sun.net.httpserver.HttpServer;
import dev.stoker.hook.PreTrafficHook;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hook for CodeDeploy with whole cycles. CodeDeploy itself is no more than a port here that keeps what is reported. */
@AtAnEndpoint
final class CodeDeployGateTest {
    private static final Map<String, String> EVENT =
            Map.of("DeploymentId", "d-ABCDEF123", "LifecycleEventHookExecutionId", "eyJ4Ijoi");
    private static final LambdaLogger LOG = new LambdaLogger() {
        @Override
        public void log(String message) {
            System.out.println("hook: " + message);
        }

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    };

    private final Contract contract;
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private HttpServer codeDeploy;

    CodeDeployGateTest(Contract contract) throws IOException {
        this.contract = contract;
        this.codeDeploy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        codeDeploy.createContext("/", exchange -> {
            reports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        codeDeploy.start();
    }

    @AfterEach
    void stop() {
        codeDeploy.stop(0);
    }

    @Test
    void a_version_that_is_proven_warm_may_get_traffic_and_one_that_falls_short_may_not() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            String version = function.arn() + ":" + function.publishVersion();

            assertThat(hook(version, 2).handleRequest(EVENT, context())).isEqualTo("Succeeded");
            function.reserveConcurrency(5);
            assertThat(hook(version, 10).handleRequest(EVENT, context())).isEqualTo("Failed");

            assertThat(reports)
                    .extracting(report -> Json.tree(report).path("status").textValue())
                    .containsExactly("Succeeded", "Failed");
            assertThat(reports).allSatisfy(report -> assertThat(report).contains("d-ABCDEF123", "eyJ4Ijoi"));
        }
    }

    private PreTrafficHook hook(String version, int concurrency) {
        URI endpoint = URI.create("http://127.0.0.1:" + codeDeploy.getAddress().getPort() + "/");
        return new PreTrafficHook(
                contract.stepFunctions(),
                endpoint,
                Map.of(
                        "KEEP_WARM_ARN",
                        contract.keepWarm().arn(),
                        "TARGET",
                        Input.of(version, concurrency).json()));
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> LOG);
    }
}
