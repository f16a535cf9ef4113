// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Creates clients of AWS's services. The caller closes each client. */
public final class AwsClients {
    /** An Express execution ends after 300 s; the rest is for the network. */
    private static final Duration CYCLE_WAIT = Duration.ofSeconds(310);

    /** The timeout of calls that read. */
    private static final Duration QUESTION_WAIT = Duration.ofSeconds(10);

    /** The timeout of a call that is throttled again and again. */
    private static final Duration THROTTLED_WAIT = Duration.ofMinutes(2);

    private static final int THROTTLED_ATTEMPTS = 10;

    /** A package has at most 50 MB if it is uploaded directly, and 250 MB unpacked. */
    private static final Duration DOWNLOAD_WAIT = Duration.ofSeconds(30);

    /** Searching a page of a log may take longer. */
    private static final Duration LOG_WAIT = Duration.ofSeconds(30);

    /** A jar of the sample has a few megabytes. */
    private static final Duration UPLOAD_WAIT = Duration.ofMinutes(5);

    private final AwsSettings settings;
    private final Duration cycleWait;
    private final Optional<AwsCredentialsProvider> credentials;

    /** Creates clients with these settings. */
    public AwsClients(AwsSettings settings) {
        this(settings, CYCLE_WAIT);
    }

    /** Creates clients with another timeout for a cycle. */
    AwsClients(AwsSettings settings, Duration cycleWait) {
        this(settings, cycleWait, Optional.empty());
    }

    private AwsClients(AwsSettings settings, Duration cycleWait, Optional<AwsCredentialsProvider> credentials) {
        this.settings = settings;
        this.cycleWait = cycleWait;
        this.credentials = credentials;
    }

    /** Clients of an embedded AWS, which accepts any credentials. */
    public static AwsClients ofEmbedded(URI endpoint, String region) {
        return new AwsClients(
                new AwsSettings(Optional.of(region), Optional.empty(), Optional.of(endpoint)),
                CYCLE_WAIT,
                Optional.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("embedded", "embedded"))));
    }

    /**
     * The client that starts cycles. It waits as long as a cycle can take and never retries, because a retry would
     * start a second cycle. (Its HTTP client does not retry either, because it streams with a fixed length.)
     */
    public SfnClient cycles() {
        return byEndpoint(this::cycles);
    }

    /** AWS expects StartSyncExecution at {@code sync-states.REGION}; any other endpoint has only one host. */
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

    /**
     * A client of Lambda that sends each request once. A retry of a change could meet its own result, and a retry of an
     * invocation would run a function twice.
     *
     * @param wait the timeout of a request
     */
    public LambdaClient lambdaOnce(Duration wait) {
        return build(LambdaClient.builder(), wait, overrides -> overrides.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    /** A client for many requests in a row, which Lambda throttles: it slows down and tries again for up to two minutes. */
    public LambdaClient lambdaPatient() {
        return build(
                LambdaClient.builder(),
                THROTTLED_WAIT,
                overrides -> overrides
                        .apiCallAttemptTimeout(QUESTION_WAIT)
                        .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                                .maxAttempts(THROTTLED_ATTEMPTS)
                                .build()));
    }

    /** A client of Lambda whose responses this interceptor receives before they are parsed. */
    public LambdaClient lambda(ExecutionInterceptor interceptor) {
        return build(
                LambdaClient.builder(), QUESTION_WAIT, overrides -> overrides.addExecutionInterceptor(interceptor));
    }

    /** The region of the client of Lambda. */
    public String region() {
        try (LambdaClient client = lambda()) {
            return client.serviceClientConfiguration().region().id();
        }
    }

    /** A client of Step Functions. */
    public SfnClient stateMachines() {
        return build(SfnClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client of IAM. */
    public IamClient iam() {
        return build(IamClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client of CloudWatch. */
    public CloudWatchClient cloudWatch() {
        return build(CloudWatchClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /**
     * Downloads the content of a presigned URL of Lambda.
     *
     * @throws SdkClientException if there is no content, or if it cannot be downloaded
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

    /**
     * An endpoint that replaces AWS also has the packages, but its URL may contain a host name that only the endpoint
     * can resolve.
     */
    private URI reachable(URI presigned) {
        try (LambdaClient client = lambda()) {
            return client.serviceClientConfiguration()
                    .endpointOverride()
                    .map(endpoint -> endpoint.resolve(presigned.getRawPath()
                            + (presigned.getRawQuery() == null ? "" : "?" + presigned.getRawQuery())))
                    .orElse(presigned);
        }
    }

    /** A client of CloudFormation. */
    public CloudFormationClient cloudFormation() {
        return build(CloudFormationClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client of S3, for uploads too. */
    public S3Client s3() {
        return byEndpoint(this::s3);
    }

    /** AWS expects the bucket in the host; any other endpoint has only one host. */
    private S3Client s3(boolean plainHost) {
        return build(S3Client.builder().forcePathStyle(plainHost), UPLOAD_WAIT, overrides -> {});
    }

    /** A client of Systems Manager. */
    public SsmClient parameters() {
        return build(SsmClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client of STS, which tells whose the credentials are. */
    public StsClient identity() {
        return build(StsClient.builder(), QUESTION_WAIT, overrides -> {});
    }

    /** A client of CloudWatch Logs. */
    public CloudWatchLogsClient logs() {
        return build(CloudWatchLogsClient.builder(), LOG_WAIT, overrides -> {});
    }

    /**
     * Builds a client whose requests go to several hosts of AWS, or to the one host of an endpoint. An endpoint may also be set by
     * AWS_ENDPOINT_URL, its form for one service, or a profile, which only a built client shows.
     *
     * @param build builds it; the argument is whether there is an endpoint
     */
    private <C extends AwsClient> C byEndpoint(Function<Boolean, C> build) {
        boolean known = settings.endpoint().isPresent();
        C client = build.apply(known);
        if (known || client.serviceClientConfiguration().endpointOverride().isEmpty()) {
            return client;
        }
        client.close();
        return build.apply(true);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Duration wait, Consumer<ClientOverrideConfiguration.Builder> special) {
        builder.httpClientBuilder(RoutedHttpClient.builder(wait));
        builder.overrideConfiguration(overrides -> {
            overrides.apiCallTimeout(wait);
            settings.profile().ifPresent(overrides::defaultProfileName);
            special.accept(overrides);
        });
        // A named profile has priority over keys in the environment, as in the AWS CLI.
        settings.profile()
                .map(AwsClients::existing)
                .ifPresent(profile -> builder.credentialsProvider(ProfileCredentialsProvider.create(profile)));
        credentials.ifPresent(builder::credentialsProvider);
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

    /** The AWS config files do not contain the named profile. */
    static Failure noSuchProfile(String where, String profile) {
        return new Failure(
                ExitCode.FAILED,
                "Stoker.NoSuchProfile",
                where + ": must be a profile of the AWS config files, got \"" + profile
                        + "\". See aws configure list-profiles.");
    }
}
