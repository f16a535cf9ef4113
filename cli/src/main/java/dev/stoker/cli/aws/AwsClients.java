// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Makes the clients of the services. Each is the caller's to close. */
public final class AwsClients {
    /** An Express execution ends at 300 s; the rest is for the way. */
    private static final Duration CYCLE_WAIT = Duration.ofSeconds(310);

    /** A question that takes longer is not worth the wait. */
    private static final Duration QUESTION_WAIT = Duration.ofSeconds(10);

    /** A package has 50 MB at most when it is uploaded as such, and 250 MB unpacked. */
    private static final Duration DOWNLOAD_WAIT = Duration.ofSeconds(30);

    /** A page of a log may be searched for longer. */
    private static final Duration LOG_WAIT = Duration.ofSeconds(30);

    private final AwsSettings settings;
    private final Duration cycleWait;

    /** Clients for these settings. */
    public AwsClients(AwsSettings settings) {
        this(settings, CYCLE_WAIT);
    }

    /** Clients that wait another time for a cycle. */
    AwsClients(AwsSettings settings, Duration cycleWait) {
        this.settings = settings;
        this.cycleWait = cycleWait;
    }

    /**
     * The client that starts cycles: it waits as long as one can take and never tries twice by itself, for the second
     * try would be a second cycle. (Its HTTP client does not either: it streams with a fixed length.)
     */
    public SfnClient cycles() {
        SfnClient client = cycles(settings.endpoint().isPresent());
        // An endpoint may come from AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_SFN or a profile too; a client knows when it is
        // built.
        boolean elsewhere =
                client.serviceClientConfiguration().endpointOverride().isPresent();
        if (!elsewhere || settings.endpoint().isPresent()) {
            return client;
        }
        client.close();
        return cycles(true);
    }

    /** AWS expects StartSyncExecution at {@code sync-states.REGION}; any other endpoint has only the host it was given with. */
    private SfnClient cycles(boolean plainHost) {
        return build(
                SfnClient.builder(),
                cycleWait,
                overrides -> overrides
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, plainHost));
    }

    /** A client that asks about functions. */
    public LambdaClient lambda() {
        return build(LambdaClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client that asks about functions, and shows each answer to this before it is read. */
    public LambdaClient lambda(ExecutionInterceptor interceptor) {
        return build(
                LambdaClient.builder(), QUESTION_WAIT, overrides -> overrides.addExecutionInterceptor(interceptor));
    }

    /** The region that is asked about functions. */
    public String region() {
        try (LambdaClient client = lambda()) {
            return client.serviceClientConfiguration().region().id();
        }
    }

    /** A client that asks about state machines. */
    public SfnClient stateMachines() {
        return build(SfnClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client that asks what a role may do. */
    public IamClient iam() {
        return build(IamClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client that asks for metrics. */
    public CloudWatchClient cloudWatch() {
        return build(CloudWatchClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /**
     * Reads what a presigned URL of Lambda's leads to.
     *
     * @throws SdkClientException if there is nothing, or it does not come
     */
    public <T> T download(URI presigned, IoFunction<InputStream, T> reader) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(reachable(presigned))
                .build();
        try (SdkHttpClient client = RoutedHttpClient.builder(DOWNLOAD_WAIT).build()) {
            HttpExecuteResponse answer = client.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            if (!answer.httpResponse().isSuccessful()) {
                throw SdkClientException.create(request.host() + " answered HTTP "
                        + answer.httpResponse().statusCode());
            }
            try (InputStream body = answer.responseBody().orElseThrow(() -> SdkClientException.create("no content"))) {
                return reader.apply(body);
            }
        } catch (IOException broken) {
            throw SdkClientException.create(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** An endpoint that stands in for all of AWS has the packages too, perhaps by a host name that only it knows. */
    private URI reachable(URI presigned) {
        try (LambdaClient client = lambda()) {
            return client.serviceClientConfiguration()
                    .endpointOverride()
                    .map(endpoint -> endpoint.resolve(presigned.getRawPath()
                            + (presigned.getRawQuery() == null ? "" : "?" + presigned.getRawQuery())))
                    .orElse(presigned);
        }
    }

    /** A client that asks about stacks. */
    public CloudFormationClient cloudFormation() {
        return build(CloudFormationClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client that reads logs. */
    public CloudWatchLogsClient logs() {
        return build(CloudWatchLogsClient.builder(), LOG_WAIT, overrides -> {});
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Duration wait, Consumer<ClientOverrideConfiguration.Builder> special) {
        builder.httpClientBuilder(RoutedHttpClient.builder(wait));
        builder.overrideConfiguration(overrides -> {
            overrides.apiCallTimeout(wait);
            settings.profile().ifPresent(overrides::defaultProfileName);
            special.accept(overrides);
        });
        // A profile that is named goes before keys in the environment, as it does with the AWS CLI.
        settings.profile()
                .map(AwsClients::existing)
                .ifPresent(profile -> builder.credentialsProvider(ProfileCredentialsProvider.create(profile)));
        settings.region().map(Region::of).ifPresent(builder::region);
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static String existing(String profile) {
        if (ProfileFile.defaultProfileFile().profile(profile).isEmpty()) {
            throw noSuchProfile("--profile", profile);
        }
        return profile;
    }

    /** A profile was named that the AWS config files do not have. */
    static Failure noSuchProfile(String where, String profile) {
        return new Failure(
                ExitCode.FAILED,
                "Stoker.NoSuchProfile",
                where + ": must be a profile of the AWS config files, got \"" + profile
                        + "\". See aws configure list-profiles.");
    }
}
