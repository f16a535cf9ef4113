// SPDX-License-Identifier: Apache-2.0
package dev.stoker.hook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/**
 * The hook PreTraffic of SAM's DeploymentPreference, which CodeDeploy calls BeforeAllowTraffic: it runs one cycle for the new
 * version, and reports Succeeded if N environments are proven warm. After Failed, CodeDeploy shifts no traffic.
 *
 * <p>The environment variables: {@code KEEP_WARM_ARN}, the state machine; {@code TARGET}, the execution's input with the
 * version, such as {@code {"function":"arn:aws:lambda:us-east-1:123456789012:function:orders:8","concurrency":20}}.
 *
 * <p>The event and the answer are those of the CodeDeploy user guide, "AppSpec 'hooks' section for an AWS Lambda
 * deployment". CodeDeploy waits one hour for an answer, so this class answers even if the cycle cannot run.
 */
public final class PreTrafficHook implements RequestHandler<Map<String, String>, String> {
    /** An Express execution ends after 300 s; the rest is for the network. */
    private static final Duration CYCLE_WAIT = Duration.ofSeconds(310);

    private final SfnClient stepFunctions;
    private final CodeDeploy codeDeploy;
    private final Map<String, String> settings;

    /** The hook as Lambda creates it. */
    public PreTrafficHook() {
        this(
                SfnClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CYCLE_WAIT))
                        // A retry would start a second cycle.
                        .overrideConfiguration(overrides -> overrides.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build(),
                CodeDeploy.ofRegion(System.getenv("AWS_REGION")),
                System.getenv());
    }

    /**
     * The hook at another endpoint of CodeDeploy, which accepts any credentials, for tests.
     *
     * @param settings the environment variables
     */
    public PreTrafficHook(SfnClient stepFunctions, URI codeDeploy, Map<String, String> settings) {
        this(stepFunctions, CodeDeploy.ofEndpoint(codeDeploy), settings);
    }

    private PreTrafficHook(SfnClient stepFunctions, CodeDeploy codeDeploy, Map<String, String> settings) {
        this.stepFunctions = stepFunctions;
        this.codeDeploy = codeDeploy;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Runs the cycle and reports the status.
     *
     * @param event has {@code DeploymentId} and {@code LifecycleEventHookExecutionId}
     * @return the status
     */
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        String status = isProven(context) ? "Succeeded" : "Failed";
        codeDeploy.report(
                Objects.requireNonNull(event.get("DeploymentId"), "DeploymentId"),
                Objects.requireNonNull(event.get("LifecycleEventHookExecutionId"), "LifecycleEventHookExecutionId"),
                status);
        context.getLogger().log("Reported " + status + " to CodeDeploy.");
        return status;
    }

    private boolean isProven(Context context) {
        try {
            String target = setting("TARGET");
            StartSyncExecutionResponse end = stepFunctions.startSyncExecution(
                    start -> start.stateMachineArn(setting("KEEP_WARM_ARN")).input(target));
            boolean proven = end.status() == SyncExecutionStatus.SUCCEEDED;
            context.getLogger()
                    .log(
                            proven
                                    ? "Proven warm: " + end.output()
                                    : "The cycle ended with " + end.statusAsString() + " " + end.error() + ": "
                                            + end.cause());
            return proven;
        } catch (RuntimeException failed) {
            // Whatever it is: without an answer, CodeDeploy would wait for an hour.
            context.getLogger().log("The cycle could not be run: " + failed);
            return false;
        }
    }

    private String setting(String name) {
        String value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    name + ": must be an environment variable of this function, got nothing. See docs/release.md.");
        }
        return value;
    }
}
