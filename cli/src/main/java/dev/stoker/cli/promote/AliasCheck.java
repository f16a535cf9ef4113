// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Calls the moved alias as users do, with a warm event that holds nothing, until it is answered by the new version.
 * Lambda's answer names the version that ran. One call at a time, so that it takes one environment for a moment.
 */
final class AliasCheck implements AutoCloseable {
    /** An alias that was moved is not everywhere at once. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration BETWEEN_CALLS = Duration.ofMillis(500);
    private static final int IN_A_ROW = 3;

    private final FunctionName alias;
    private final String event;
    private final LambdaClient lambda;
    private final Pace pace;

    /**
     * @param plan names the alias and what its target needs
     */
    AliasCheck(AwsClients clients, PromotionPlan plan, Pace pace) {
        this.alias = plan.alias();
        this.pace = pace;
        this.lambda = clients.lambdaOnce(plan.timeout());
        this.event = event(plan.payload()).toString();
    }

    /** A warm event as a round sends it to a slot, without a hold. */
    static ObjectNode event(JsonNode payload) {
        ObjectNode warm = Json.object();
        warm.putObject("stoker")
                .put("version", 1)
                .put("holdUntil", 0)
                .put("holdMillis", 0)
                .put("round", 1)
                .put("slot", 0);
        payload.properties().forEach(field -> warm.set(field.getKey(), field.getValue()));
        return warm;
    }

    /**
     * Calls the alias until the version has answered three times in a row.
     *
     * @throws Failure if that takes too long, or if a call fails
     */
    AliasAnswers await(String version) {
        Instant latest = pace.now().plus(LONGEST);
        AliasAnswers seen = AliasAnswers.NOTHING;
        int inARow = 0;
        while (inARow < IN_A_ROW) {
            InvokeResponse answer = call();
            inARow = version.equals(answer.executedVersion()) ? inARow + 1 : 0;
            if (inARow > 0) {
                seen = seen.and(answer);
            }
            if (inARow < IN_A_ROW) {
                if (!pace.now().isBefore(latest)) {
                    throw failure("is not answered by version " + version + " " + LONGEST.toSeconds()
                            + " s after it was moved there, but by version " + answer.executedVersion() + ".");
                }
                pace.pause(BETWEEN_CALLS);
            }
        }
        return seen;
    }

    private InvokeResponse call() {
        InvokeResponse answer = AwsCall.reading("lambda:InvokeFunction", "function " + alias.text())
                .make(() -> lambda.invoke(ask -> ask.functionName(alias.unqualified())
                        .qualifier(alias.qualifier().orElseThrow())
                        .payload(SdkBytes.fromUtf8String(event))));
        if (answer.functionError() != null) {
            throw failure("answers a warm event with an error: "
                    + OneLine.sentence(answer.payload().asUtf8String()));
        }
        return answer;
    }

    private Failure failure(String what) {
        return new Failure(
                ExitCode.FAILED, "Stoker.AliasNotServed", "The alias " + OneLine.of(alias.text()) + " " + what);
    }

    @Override
    public void close() {
        lambda.close();
    }

    /**
     * The answers of the new version, called through the alias.
     *
     * @param calls their number
     * @param coldStarts those that started an environment, because users had all others
     * @param served users' requests that these environments had served since they were proven warm
     * @param userColdStarts environments whose first request was a user who waited
     */
    record AliasAnswers(int calls, long coldStarts, long served, long userColdStarts) {
        static final AliasAnswers NOTHING = new AliasAnswers(0, 0, 0, 0);

        private AliasAnswers and(InvokeResponse answer) {
            Optional<JsonNode> json = Json.read(answer.payload().asUtf8String(), JsonNode.class);
            JsonNode report = json.map(all -> all.path("stoker")).orElse(Json.object());
            return new AliasAnswers(
                    calls + 1,
                    coldStarts + (report.path("coldStart").asBoolean() ? 1 : 0),
                    served + report.path("served").asLong(),
                    userColdStarts + (report.path("userColdStart").asBoolean() ? 1 : 0));
        }
    }
}
