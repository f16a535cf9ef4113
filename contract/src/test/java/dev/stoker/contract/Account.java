// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The clients of the services at an endpoint.
 *
 * @param cloudFormation deploys the template
 * @param s3 stores the code
 * @param stepFunctions starts cycles and waits for them; it never retries, because a retry would start a second cycle
 * @param lambda creates functions
 * @param users invokes functions as users do, without retries, so that throttles are visible
 * @param ssm reads the memory of cycles
 * @param logs writes the log of cycles where a state machine cannot
 * @param http the HTTP client of all clients
 */
record Account(
        CloudFormationClient cloudFormation,
        S3Client s3,
        SfnClient stepFunctions,
        LambdaClient lambda,
        LambdaClient users,
        SsmClient ssm,
        CloudWatchLogsClient logs,
        SdkHttpClient http)
        implements AutoCloseable {
    /** An Express execution ends after at most 300 s; its answer takes slightly longer. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(310);

    /**
     * @param endpoint the endpoint of all services; empty for AWS's own endpoints
     */
    static Account at(Optional<URI> endpoint) {
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(LONGEST_ANSWER)
                .build();
        return new Account(
                reach(endpoint, CloudFormationClient.builder().httpClient(http)).build(),
                reach(endpoint, S3Client.builder().httpClient(http))
                        .forcePathStyle(true)
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .build(),
                once(reach(endpoint, SfnClient.builder().httpClient(http))).build(),
                reach(endpoint, LambdaClient.builder().httpClient(http)).build(),
                once(reach(endpoint, LambdaClient.builder().httpClient(http))).build(),
                reach(endpoint, SsmClient.builder().httpClient(http)).build(),
                reach(endpoint, CloudWatchLogsClient.builder().httpClient(http)).build(),
                http);
    }

    /** An endpoint on this machine accepts any credentials; otherwise the default chain provides them. */
    private static <B extends AwsClientBuilder<B, ?>> B reach(Optional<URI> elsewhere, B client) {
        if (elsewhere.isEmpty()) {
            return client;
        }
        URI endpoint = elsewhere.get();
        client.endpointOverride(endpoint);
        // StartSyncExecution would go to the host sync-<endpoint>, which exists only on AWS.
        client.overrideConfiguration(
                settings -> settings.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true));
        if (isLoopback(endpoint)) {
            client.region(Region.US_EAST_1);
            client.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        }
        return client;
    }

    private static <B extends AwsClientBuilder<B, ?>> B once(B client) {
        return client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build());
    }

    private static boolean isLoopback(URI endpoint) {
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void close() {
        cloudFormation.close();
        s3.close();
        stepFunctions.close();
        lambda.close();
        users.close();
        ssm.close();
        logs.close();
        http.close();
    }
}
