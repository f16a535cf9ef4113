// SPDX-License-Identifier: Apache-2.0
package dev.stoker.hook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * CodeDeploy, of which the hook needs one operation: PutLifecycleEventHookExecutionStatus. The SDK signs the request; its
 * client for the whole service would double the size of the function. Source: CodeDeploy API reference.
 */
final class CodeDeploy {
    private static final String OPERATION = "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus";

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;

    private CodeDeploy(URI endpoint, String region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    static CodeDeploy ofRegion(String region) {
        String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        return new CodeDeploy(
                URI.create("https://codedeploy." + region + "." + suffix + "/"),
                region,
                DefaultCredentialsProvider.builder().build());
    }

    static CodeDeploy ofEndpoint(URI endpoint) {
        return new CodeDeploy(
                endpoint, "us-east-1", StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    /**
     * Reports the status of a hook.
     *
     * @param status Succeeded or Failed
     * @throws IllegalStateException if CodeDeploy refuses it
     */
    void report(String deployment, String execution, String status) {
        String body = "{\"deploymentId\":" + quoted(deployment) + ",\"lifecycleEventHookExecutionId\":"
                + quoted(execution) + ",\"status\":" + quoted(status) + "}";
        try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
            SignedRequest signed = signed(body);
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            if (!answer.httpResponse().isSuccessful()) {
                throw new IllegalStateException("CodeDeploy refused the status " + status + " with HTTP "
                        + answer.httpResponse().statusCode() + ": " + text(answer)
                        + ". Allow codedeploy:PutLifecycleEventHookExecutionStatus, or see the deployment's events.");
            }
        } catch (IOException lost) {
            throw new UncheckedIOException("The status " + status + " could not be reported to " + endpoint, lost);
        }
    }

    private SignedRequest signed(String body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", OPERATION)
                .build();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "codedeploy")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        return answer.responseBody().isEmpty()
                ? ""
                : new String(answer.responseBody().get().readAllBytes(), StandardCharsets.UTF_8);
    }
}
