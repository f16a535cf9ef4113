// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/**
 * A cycle proves three warm environments of the function on LocalStack: in Docker by Testcontainers, or at the endpoint in
 * STOKER_ENDPOINT_URL. STOKER_LOCALSTACK_IMAGE names another image, and LOCALSTACK_AUTH_TOKEN the token that images after 4.14.0 want.
 */
class WarmOnLocalStackIT {
    private static LocalStackContainer container;
    private static Clients clients;
    private static String keepWarm;

    @BeforeAll
    static void deploy() {
        clients = new Clients(endpoint());
        Deployment deployment = new Deployment(clients, Path.of(System.getProperty("stoker.root")));
        String orders = deployment.function(
                "orders",
                Path.of("target", "orders.jar"),
                "dev.stoker.warmable.WarmableHandler::handleRequest",
                Map.of("STOKER_HANDLER", "com.example.orders.Orders::handleRequest"));
        keepWarm = deployment.stoker("stoker-orders", orders);
    }

    private static URI endpoint() {
        String named = System.getenv().getOrDefault("STOKER_ENDPOINT_URL", "");
        if (!named.isEmpty()) {
            return URI.create(named);
        }
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "Docker does not answer. Start it, or name a LocalStack in STOKER_ENDPOINT_URL.");
        String image = System.getenv().getOrDefault("STOKER_LOCALSTACK_IMAGE", "localstack/localstack:4.14.0");
        container = new LocalStackContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
                // Without this, LocalStack looks for a host that does not exist when an execution starts another one.
                .withEnv("AWS_DISABLE_HOST_PREFIX_INJECTION", "true");
        String token = System.getenv("LOCALSTACK_AUTH_TOKEN");
        if (token != null) {
            container.withEnv("LOCALSTACK_AUTH_TOKEN", token);
        }
        container.start();
        return container.getEndpoint();
    }

    @Test
    void three_environments_are_warm() {
        try (SfnClient stepFunctions = clients.create(SfnClient.builder())) {
            StartSyncExecutionResponse cycle = stepFunctions.startSyncExecution(request ->
                    request.stateMachineArn(keepWarm).input("{\"function\":\"orders\",\"concurrency\":3}"));

            assertEquals(SyncExecutionStatus.SUCCEEDED, cycle.status(), cycle::cause);
            assertTrue(cycle.output().contains("\"warm\":3"), cycle::output);
        }
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        } else if (clients != null) {
            new Deployment(clients, Path.of("")).delete("stoker-orders", "orders");
        }
    }
}
