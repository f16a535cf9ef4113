// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Checks {@code exists} and {@code qualifier}: whether there is such a function, and the alias or version that was named. */
final class Seek {
    private final AwsClients clients;

    Seek(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Looks the function up; nothing, and a finding, if it is not there.
     *
     * @throws dev.stoker.cli.output.Failure if AWS does not say
     */
    Optional<Target> find(FunctionName name, Findings findings) {
        LastAnswer answer = new LastAnswer();
        try (LambdaClient lambda = clients.lambda(answer)) {
            Optional<GetAliasResponse> alias = name.hasAlias() ? alias(lambda, name) : Optional.empty();
            // LocalStack answers 404 to an alias in GetFunctionConfiguration; the alias's version is right everywhere.
            Optional<String> qualifier = alias.map(GetAliasResponse::functionVersion)
                    .or(name::qualifier)
                    .filter(version -> !version.equals("$LATEST"));
            Optional<GetFunctionConfigurationResponse> configuration = name.hasAlias() && alias.isEmpty()
                    ? Optional.empty()
                    : configuration(lambda, name.unqualified(), qualifier);
            if (configuration.isEmpty()) {
                tellMissing(lambda, name, findings);
                return Optional.empty();
            }
            findings.pass("exists", configuration.get().functionArn());
            return Optional.of(new Target(name, alias, configuration.get(), answer.has("CapacityProviderConfig")));
        }
    }

    private void tellMissing(LambdaClient lambda, FunctionName name, Findings findings) {
        boolean withoutQualifier = name.qualifier().isPresent()
                && configuration(lambda, name.unqualified(), Optional.empty()).isPresent();
        if (withoutQualifier) {
            findings.error(
                    "qualifier",
                    "The function is there, but it has no alias or version "
                            + name.qualifier().orElseThrow() + ".",
                    "See aws lambda list-aliases --function-name " + name.unqualified()
                            + " and name the one that users call.");
            return;
        }
        findings.error(
                "exists",
                "There is no function " + name.unqualified() + " in "
                        + lambda.serviceClientConfiguration().region() + ".",
                "Check the name, --region and --profile; aws lambda list-functions shows what there is.");
    }

    private static Optional<GetAliasResponse> alias(LambdaClient lambda, FunctionName name) {
        return found(
                "lambda:GetAlias",
                name.unqualified(),
                () -> lambda.getAlias(ask -> ask.functionName(name.unqualified())
                        .name(name.qualifier().orElseThrow())));
    }

    private static Optional<GetFunctionConfigurationResponse> configuration(
            LambdaClient lambda, String function, Optional<String> qualifier) {
        return found(
                "lambda:GetFunctionConfiguration",
                function,
                () -> lambda.getFunctionConfiguration(
                        ask -> ask.functionName(function).qualifier(qualifier.orElse(null))));
    }

    private static <T> Optional<T> found(String action, String function, Supplier<T> question) {
        return AwsCall.reading(action, "function " + function).make(() -> {
            try {
                return Optional.of(question.get());
            } catch (ResourceNotFoundException missing) {
                return Optional.empty();
            }
        });
    }
}
