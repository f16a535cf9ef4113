// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.START;
import static dev.stoker.local.lambda.ModelledLambda.work;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.ModelledLambda.Logged;
import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** What goes to functions' log groups. */
class FunctionLogsTest {
    private static String idOf(Sent sent) {
        return requireNonNull(sent.outcome).requestId();
    }

    @Test
    void an_invocation_is_logged_as_Lambda_does() {
        ModelledLambda lambda = new ModelledLambda();
        Sent cold = lambda.at(0, "f", work(50));
        Sent warm = lambda.at(5000, "f", work(70));

        lambda.runUntil(10_000);

        assertThat(lambda.log)
                .extracting(Logged::message)
                .containsExactly(
                        "START RequestId: " + idOf(cold) + " Version: $LATEST\n",
                        "END RequestId: " + idOf(cold) + "\n",
                        "REPORT RequestId: " + idOf(cold)
                                + "\tDuration: 50.00 ms\tBilled Duration: 1050 ms\tMemory Size: 128 MB\tInit Duration: 1000.00 ms\n",
                        "START RequestId: " + idOf(warm) + " Version: $LATEST\n",
                        "END RequestId: " + idOf(warm) + "\n",
                        "REPORT RequestId: " + idOf(warm)
                                + "\tDuration: 70.00 ms\tBilled Duration: 70 ms\tMemory Size: 128 MB\n");
        assertThat(lambda.log)
                .extracting(event -> event.atMillis() - START)
                .containsExactly(1000L, 1050L, 1050L, 5000L, 5070L, 5070L);
    }

    @Test
    void each_environment_has_a_stream_named_as_AWS_does() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, 2, "f", work(50));
        lambda.at(2000, "f", work(50));

        lambda.runUntil(10_000);

        assertThat(lambda.log).extracting(Logged::group).containsOnly("/aws/lambda/f");
        assertThat(lambda.log.stream().map(Logged::stream).distinct())
                .hasSize(2)
                .allMatch(stream -> stream.matches("2026/11/22/\\[\\$LATEST][0-9a-f]{32}"));
    }

    @Test
    void in_a_log_group_of_ones_own_the_stream_names_the_function() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.service
                .functions()
                .create(FunctionDefinition.of("g", "java21", "com.acme.App", null)
                        .with(draft -> draft.logGroup = "/shared"));
        lambda.at(0, "g", work(50));

        lambda.runUntil(10_000);

        assertThat(lambda.log).extracting(Logged::group).containsOnly("/shared");
        assertThat(lambda.log)
                .extracting(Logged::stream)
                .allMatch(stream -> stream.matches("2026/11/22/g\\[\\$LATEST][0-9a-f]{32}"));
    }

    @Test
    void a_timeout_and_an_init_that_broke_are_reported() {
        ModelledLambda lambda = new ModelledLambda(LambdaSettings.with(Faults.parse("init-fail=1", 1)));
        lambda.create("slow", 1);
        Sent failed = lambda.at(0, "f", work(50));
        lambda.runUntil(10_000);
        assertThat(lambda.log)
                .extracting(Logged::message)
                .contains("INIT_REPORT Init Duration: 0.00 ms\tPhase: init\tStatus: error\n");
        assertThat(lambda.log)
                .extracting(Logged::message)
                .contains("RequestId: " + idOf(failed) + " Error: Runtime exited with error: exit status 1\n");

        ModelledLambda late = new ModelledLambda();
        late.create("slow", 1);
        Sent timedOut = late.at(0, "slow", work(5000));
        late.runUntil(20_000);
        assertThat(late.log)
                .extracting(Logged::message)
                .contains("2026-11-22T15:06:42.000Z " + idOf(timedOut) + " Task timed out after 1.00 seconds\n")
                .contains(
                        "REPORT RequestId: " + idOf(timedOut)
                                + "\tDuration: 1000.00 ms\tBilled Duration: 2000 ms\tMemory Size: 128 MB\tInit Duration: 1000.00 ms\tStatus: timeout\n");
    }

    /** Within this JVM: the same loop as in a process. What a process writes, RuntimesContract shows. */
    @Test
    void what_a_function_prints_can_be_read_by_a_client_of_CloudWatch_Logs() {
        EmbeddedAwsSettings settings = EmbeddedAwsSettings.withSeed(1).in(Runtimes.Kind.IN_JVM);
        try (EmbeddedAws aws = EmbeddedAws.start(settings);
                CloudWatchLogsClient logs = client(aws.listen(0))) {
            aws.call(() -> aws.account()
                    .createFunction(
                            "probe",
                            "dev.stoker.local.probe.Probe",
                            Optional.of(Packages.probe().bytes()),
                            Map.of()));
            aws.invoke("probe", "{\"do\":\"print\"}").join();

            List<FilteredLogEvent> events = logs.filterLogEvents(request -> request.logGroupName("/aws/lambda/probe"))
                    .events();
            assertThat(events)
                    .extracting(FilteredLogEvent::message)
                    .contains("to out\n", "to err\n", "to the logger\n")
                    .hasSize(6);
        }
    }

    private static CloudWatchLogsClient client(URI endpoint) {
        return CloudWatchLogsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
