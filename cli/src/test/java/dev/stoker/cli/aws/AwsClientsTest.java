// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The client that starts cycles: one request whatever happens, and to the right host. */
class AwsClientsTest {
    private static final AwsCall CYCLE = new AwsCall("states:StartSyncExecution", "m", "It may have run.");
    private static final AwsSettings NOTHING_GIVEN =
            new AwsSettings(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(310);

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @Test
    void an_error_of_the_service_is_not_tried_again() {
        aws.answers("StartSyncExecution", 500, "{\"__type\":\"InternalFailure\"}");

        Failure failure = failureAt(aws.endpoint(), LONG_ENOUGH);

        assertThat(failure.code()).isEqualTo("Stoker.ServiceError");
        assertThat(failure).hasMessageContaining("It may have run.");
        assertThat(aws.requests("StartSyncExecution")).hasSize(1);
    }

    @Test
    void a_throttle_is_not_tried_again() {
        aws.answers("StartSyncExecution", 400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");

        assertThat(failureAt(aws.endpoint(), LONG_ENOUGH).code()).isEqualTo("Stoker.Throttled");
        assertThat(aws.requests("StartSyncExecution")).hasSize(1);
    }

    @Test
    void a_connection_that_drops_is_not_tried_again() throws IOException {
        try (Listener dropping = new Listener(Socket::close)) {
            Failure failure = failureAt(dropping.endpoint(), LONG_ENOUGH);

            assertThat(failure.code()).isEqualTo("Stoker.ConnectionLost");
            assertThat(failure).hasMessageContaining("It may have run.");
            assertThat(dropping.firstRequests()).hasSize(1);
        }
    }

    @Test
    void a_kept_connection_that_drops_at_the_next_cycle_is_not_tried_again() throws IOException {
        AtomicInteger answered = new AtomicInteger();
        try (Listener once = new Listener(socket -> {
                    socket.getOutputStream().write(Listener.EMPTY_ANSWER);
                    answered.incrementAndGet();
                    Listener.readRequest(socket);
                    socket.close();
                });
                SfnClient client = clientFor(once.endpoint(), LONG_ENOUGH)) {
            start(client);

            Failure failure = catchThrowableOfType(Failure.class, () -> CYCLE.make(() -> start(client)));

            assertThat(failure.code()).isEqualTo("Stoker.ConnectionLost");
            assertThat(answered).hasValue(1);
            assertThat(once.firstRequests()).hasSize(1);
        }
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_not_asked_for_again() throws IOException {
        CompletableFuture<Void> testEnds = new CompletableFuture<>();
        try (Listener silent = new Listener(socket -> testEnds.join())) {
            Failure failure = failureAt(silent.endpoint(), Duration.ofMillis(200));

            assertThat(failure.code()).isEqualTo("Stoker.TimedOut");
            assertThat(failure).hasMessageContaining("It may have run.");
            assertThat(silent.firstRequests()).hasSize(1);
            testEnds.complete(null);
        }
    }

    @Test
    void it_waits_longer_than_a_cycle_can_take() {
        try (SfnClient client = new AwsClients(settings(aws.endpoint())).cycles()) {
            assertThat(client.serviceClientConfiguration()
                            .overrideConfiguration()
                            .apiCallTimeout())
                    .contains(Duration.ofSeconds(310));
        }
    }

    @Test
    void an_endpoint_that_is_given_is_called_as_it_is() {
        aws.cycleSucceeds("{}");

        start(clientFor(aws.endpoint(), LONG_ENOUGH));

        assertThat(aws.requests("StartSyncExecution")).hasSize(1);
    }

    @Test
    void so_is_an_endpoint_that_the_surroundings_name() {
        aws.cycleSucceeds("{}");
        surroundings.set("aws.endpointUrl", aws.endpoint().toString());

        start(new AwsClients(NOTHING_GIVEN).cycles());

        assertThat(aws.requests("StartSyncExecution")).hasSize(1);
    }

    @Test
    void aws_itself_is_called_at_the_host_for_sync_executions() throws IOException {
        try (Listener proxy = new Listener(Socket::close)) {
            surroundings.set("https.proxyHost", "127.0.0.1");
            surroundings.set(
                    "https.proxyPort", Integer.toString(proxy.endpoint().getPort()));

            assertThat(catchThrowable(() -> start(new AwsClients(NOTHING_GIVEN).cycles())))
                    .isNotNull();

            assertThat(proxy.firstRequests()).hasSize(1).first(STRING).contains("sync-states.eu-west-1.amazonaws.com");
        }
    }

    private static Failure failureAt(URI endpoint, Duration wait) {
        return catchThrowableOfType(Failure.class, () -> CYCLE.make(() -> start(clientFor(endpoint, wait))));
    }

    private static SfnClient clientFor(URI endpoint, Duration wait) {
        return new AwsClients(settings(endpoint), wait).cycles();
    }

    private static AwsSettings settings(URI endpoint) {
        return new AwsSettings(Optional.empty(), Optional.empty(), Optional.of(endpoint));
    }

    private static Object start(SfnClient client) {
        return client.startSyncExecution(
                start -> start.stateMachineArn("arn:aws:states:eu-west-1:123456789012:stateMachine:m")
                        .input("{}"));
    }
}
