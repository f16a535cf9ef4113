// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The control plane, and which version a name means. */
final class FunctionsTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";

    private final ModelledLambda lambda = new ModelledLambda();
    private final Functions functions = lambda.service.functions();

    private static String codeOf(ThrowingCallable call) {
        return catchThrowableOfType(AwsError.class, call).code();
    }

    @Test
    void a_function_is_found_by_name_partial_arn_and_arn() {
        assertThat(functions.get("f").arn()).isEqualTo(ARN);
        assertThat(functions.get("000000000000:function:f").arn()).isEqualTo(ARN);
        assertThat(functions.get(ARN).arn()).isEqualTo(ARN);
        assertThat(functions.get(ARN + ":$LATEST").arn()).isEqualTo(ARN + ":$LATEST");
    }

    @Test
    void unknown_names_are_not_found_and_impossible_ones_are_invalid() {
        assertThat(codeOf(() -> functions.get("g"))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> functions.get("f:live"))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> functions.get("f:3"))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> functions.get("arn:aws:lambda:eu-west-1:000000000000:function:f")))
                .isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> functions.get("not a name"))).isEqualTo("ValidationException");
        assertThat(codeOf(() -> functions.get("f:1", Optional.of("2")))).isEqualTo("InvalidParameterValueException");
    }

    @Test
    void a_name_is_taken_once() {
        assertThat(codeOf(() -> lambda.create("f", 3))).isEqualTo("ResourceConflictException");
    }

    @Test
    void an_unchanged_function_is_not_published_again() {
        assertThat(functions.publishVersion("f").version()).isEqualTo("1");
        assertThat(functions.publishVersion("f").version()).isEqualTo("1");
        functions.update("f", definition -> definition.withMemoryMegabytes(512));
        assertThat(functions.publishVersion("f").version()).isEqualTo("2");

        assertThat(functions.get("f:1").definition().memoryMegabytes()).isEqualTo(128);
        assertThat(functions.versions("f"))
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1", "2");
    }

    @Test
    void an_alias_names_a_version() {
        functions.publishVersion("f");
        functions.createAlias("f", "live", "1");
        Sent sent = lambda.at(0, "f:live", work(1));
        lambda.runUntil(5000);

        assertThat(sent.answered().executedVersion()).isEqualTo("1");
        assertThat(functions.get("f:live").arn()).isEqualTo(ARN + ":live");
        assertThat(functions.get("f:live").version()).isEqualTo("1");
        assertThat(functions.alias("f", "live").arn()).isEqualTo(ARN + ":live");
        assertThat(functions.aliases("f")).hasSize(1);
        assertThat(codeOf(() -> functions.createAlias("f", "live", "1"))).isEqualTo("ResourceConflictException");
        assertThat(codeOf(() -> functions.createAlias("f", "next", "9"))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> functions.createAlias("f", "17", "1"))).isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> functions.alias("f", "lost"))).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void a_deleted_function_is_gone_with_its_environments() {
        lambda.at(0, "f", work(1));
        lambda.runUntil(5000);
        functions.delete("f");

        assertThat(lambda.service.environments()).isEmpty();
        assertThat(functions.list()).isEmpty();
        Sent sent = lambda.at(6000, "f", work(1));
        lambda.runUntil(7000);
        assertThat(sent.refused().code()).isEqualTo("ResourceNotFoundException");
        assertThat(sent.refused()).hasMessage("Function not found: " + ARN);
    }

    @Test
    void definitions_out_of_range_are_refused_by_name() {
        FunctionDefinition sound = FunctionDefinition.of("g", "java21", "com.acme.App", null);

        assertThat(codeOf(() -> FunctionDefinition.of("g", "dotnet8", "App::Handler", null)))
                .isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> sound.withMemoryMegabytes(64))).isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> sound.withTimeoutSeconds(901))).isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> sound.withVariables(Map.of("AWS_REGION", "eu-west-1"))))
                .isEqualTo("InvalidParameterValueException");
    }

    @Test
    void events_are_looked_at_before_they_are_accepted() {
        assertThat(outcome("{\"a\":", InvocationType.REQUEST_RESPONSE))
                .isInstanceOfSatisfying(
                        InvokeOutcome.Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("InvalidRequestContentException"));
        assertThat(outcome("{} {}", InvocationType.REQUEST_RESPONSE)).isInstanceOf(InvokeOutcome.Refused.class);
        assertThat(outcome("\"" + "x".repeat(6 * 1024 * 1024) + "\"", InvocationType.REQUEST_RESPONSE))
                .isInstanceOfSatisfying(
                        InvokeOutcome.Refused.class,
                        refused -> assertThat(refused.error().status()).isEqualTo(413));
        assertThat(outcome("", InvocationType.REQUEST_RESPONSE)).isInstanceOf(InvokeOutcome.Answered.class);
    }

    @Test
    void an_event_is_accepted_at_once_and_a_dry_run_runs_nothing() {
        assertThat(outcome("{}", InvocationType.DRY_RUN)).isInstanceOf(InvokeOutcome.Permitted.class);
        assertThat(lambda.report().invocations()).isZero();
        assertThat(outcome("{}", InvocationType.EVENT)).isInstanceOf(InvokeOutcome.Accepted.class);
        assertThat(lambda.report().invocations()).isEqualTo(1);
    }

    private InvokeOutcome outcome(String event, InvocationType type) {
        List<InvokeOutcome> outcomes = new ArrayList<>();
        lambda.service.invoke(new InvokeRequest("f", Optional.empty(), Payload.of(event), type, false), outcomes::add);
        lambda.timeline.runUntil(lambda.timeline.nowMillis() + 100_000);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }
}
