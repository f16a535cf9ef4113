// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An embedded AWS over HTTP, with AWS's own clients in front of it and modelled environments behind it. */
public final class ServedAws implements AutoCloseable {
    private final EmbeddedAws aws;
    private final URI endpoint;
    private final List<AutoCloseable> clients = new ArrayList<>();

    private ServedAws(EmbeddedAws aws) {
        this.aws = aws;
        this.endpoint = aws.listen(0);
    }

    /** With AWS's concurrency. */
    public static ServedAws start() {
        return withConcurrency(1000);
    }

    /** With a concurrency of the account's. */
    public static ServedAws withConcurrency(int concurrency) {
        return new ServedAws(EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .lambda(LambdaSettings.with(Faults.none(1)).accountConcurrency(concurrency))
                .in(ModelledRuntimes.kind(InitModel.fixed(1), UserModel.SAMPLE, 1))));
    }

    EmbeddedAws inside() {
        return aws;
    }

    URI endpoint() {
        return endpoint;
    }

    /** The client of Step Functions. */
    public SfnClient stepFunctions() {
        return client(SfnClient.builder());
    }

    /** The client of Lambda. */
    public LambdaClient lambda() {
        return client(LambdaClient.builder());
    }

    /** The client of CloudFormation. */
    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.builder());
    }

    /** The client of S3. */
    public S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    /** The client of EventBridge Scheduler. */
    public SchedulerClient scheduler() {
        return client(SchedulerClient.builder());
    }

    /** The client of SSM. */
    public SsmClient ssm() {
        return client(SsmClient.builder());
    }

    /** The client of CloudWatch Logs. */
    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.builder());
    }

    /** The client of CloudWatch. */
    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.builder());
    }

    /** The client of SQS. */
    public SqsClient sqs() {
        return client(SqsClient.builder());
    }

    /** The client of STS. */
    public StsClient sts() {
        return client(StsClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable> C client(
            B builder) {
        C client = builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build();
        clients.add(client);
        return client;
    }

    /** A package that only modelled environments can run. It has the same bytes at any time. */
    public static SdkBytes anyZip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("empty.txt");
            entry.setTime(0);
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable client : clients) {
                client.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            aws.close();
        }
    }
}
