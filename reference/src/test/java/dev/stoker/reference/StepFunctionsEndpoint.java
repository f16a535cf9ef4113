// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/** The Step Functions at an endpoint: makes state machines, runs them, and deletes them when it is closed. */
final class StepFunctionsEndpoint implements AutoCloseable {

    /** A run takes seconds at most; an execution that LocalStack loses would else keep the test for ever. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

    private final String endpoint;
    private final SfnClient sfn;
    private final List<String> created = new ArrayList<>();

    StepFunctionsEndpoint(String endpoint) {
        this.endpoint = endpoint;
        this.sfn = SfnClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_RUN))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build();
    }

    boolean isLocalStack() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(endpoint + "/_localstack/health").toURL().openConnection();
            connection.setConnectTimeout((int) LONGEST_RUN.toMillis());
            connection.setReadTimeout((int) LONGEST_RUN.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            throw new UncheckedIOException("nothing answers at STOKER_ENDPOINT_URL, " + endpoint, e);
        }
    }

    /** Makes a state machine of type Express and gives its ARN. */
    String create(String definition) {
        String arn = sfn.createStateMachine(request -> request.name("table-" + UUID.randomUUID())
                        .type("EXPRESS")
                        .definition(definition)
                        .roleArn("arn:aws:iam::000000000000:role/table"))
                .stateMachineArn();
        created.add(arn);
        return arn;
    }

    /** Runs an execution to its end. */
    StartSyncExecutionResponse run(String arn, String input) {
        return sfn.startSyncExecution(request -> request.stateMachineArn(arn).input(input));
    }

    @Override
    public void close() {
        created.forEach(arn -> sfn.deleteStateMachine(request -> request.stateMachineArn(arn)));
        sfn.close();
    }
}
