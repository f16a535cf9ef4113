// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.Skip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/**
 * The cases of ASL semantics on the Step Functions at STOKER_ENDPOINT_URL, such as a LocalStack's: two readings of the
 * specification by the same hand would be one reading.
 */
@EnabledIfEnvironmentVariable(
        named = "STOKER_ENDPOINT_URL",
        matches = ".+",
        disabledReason = "STOKER_ENDPOINT_URL is not set: there is no endpoint to ask")
final class EndpointAslTest extends AslSemantics {

    /** A case takes seconds at most; an execution that LocalStack loses would else keep the test for ever. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

    private static final String ENDPOINT = System.getenv("STOKER_ENDPOINT_URL");
    private static final boolean LOCALSTACK = ENDPOINT != null && isLocalStack();

    private final List<String> created = new ArrayList<>();
    private @Nullable SfnClient sfn;

    @AfterEach
    void deleteWhatWasCreated() {
        created.forEach(arn -> sfn().deleteStateMachine(request -> request.stateMachineArn(arn)));
    }

    @Override
    JsonNode expected(AslCase asl) {
        Skip.unless(
                asl.functions().isEmpty(), asl.name(), "it needs functions by script, which only the embedded AWS has");
        if (!LOCALSTACK) {
            return asl.expected();
        }
        if (asl.run().has("localstack")) {
            return asl.run().get("localstack");
        }
        String difference = asl.differsOnLocalStack();
        Skip.unless(difference == null, asl.name(), "LocalStack " + difference);
        return asl.expected();
    }

    @Override
    String create(String name, String definition) {
        String arn = sfn().createStateMachine(request -> request.name("asl-" + name + "-" + UUID.randomUUID())
                        .type("EXPRESS")
                        .definition(definition)
                        .roleArn("arn:aws:iam::000000000000:role/asl"))
                .stateMachineArn();
        created.add(arn);
        return arn;
    }

    /** Made by the first case that runs here. */
    private SfnClient sfn() {
        SfnClient made = sfn;
        if (made == null) {
            made = client();
            sfn = made;
        }
        return made;
    }

    @Override
    Ended run(String stateMachineArn, String input) {
        StartSyncExecutionResponse response = sfn().startSyncExecution(
                        request -> request.stateMachineArn(stateMachineArn).input(input));
        return new Ended(
                response.statusAsString(),
                Optional.ofNullable(response.output()),
                Optional.ofNullable(response.error()),
                Optional.ofNullable(response.cause()));
    }

    private static boolean isLocalStack() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(ENDPOINT + "/_localstack/health").toURL().openConnection();
            connection.setConnectTimeout((int) LONGEST_RUN.toMillis());
            connection.setReadTimeout((int) LONGEST_RUN.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            throw new UncheckedIOException("nothing answers at STOKER_ENDPOINT_URL, " + ENDPOINT, e);
        }
    }

    private static SfnClient client() {
        return SfnClient.builder()
                .endpointOverride(URI.create(ENDPOINT))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_RUN))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build();
    }
}
