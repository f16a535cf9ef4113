// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Looks whether the functions exist, as a courtesy: a cycle would call a mistyped name N times a round. Whatever else
 * the look-up meets (no permission, no network) says nothing about the function, so the cycle decides.
 */
final class FunctionCheck {
    /** Targets of one cycle; an input with more is invalid, and the state machine says so. */
    private static final int MOST_TARGETS = 20;

    private FunctionCheck() {}

    /** @throws Failure if Lambda says of one of them that it does not exist */
    static void refuseMissing(AwsClients clients, String region, List<String> functions) {
        List<String> missing = new ArrayList<>();
        try (LambdaClient lambda = clients.lambda()) {
            for (String function : functions.subList(0, Math.min(MOST_TARGETS, functions.size()))) {
                FunctionName.parse(function)
                        .filter(name -> name.region().map(region::equals).orElse(true))
                        .filter(name -> isMissing(lambda, name))
                        .ifPresent(name -> missing.add(function));
            }
        } catch (SdkException unknown) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "Stoker.NoSuchFunction",
                    "function: must exist in " + region + " with its alias or version, got "
                            + String.join(", ", missing) + ". Nothing was invoked. Check the name, --region and"
                            + " --profile.");
        }
    }

    private static boolean isMissing(LambdaClient lambda, FunctionName name) {
        try {
            // LocalStack answers 404 to GetFunctionConfiguration with an alias that exists; GetAlias is right
            // everywhere.
            if (name.hasAlias()) {
                lambda.getAlias(ask -> ask.functionName(name.unqualified())
                        .name(name.qualifier().orElseThrow()));
            } else {
                lambda.getFunctionConfiguration(ask -> ask.functionName(name.unqualified())
                        .qualifier(name.qualifier().orElse(null)));
            }
            return false;
        } catch (ResourceNotFoundException gone) {
            return true;
        }
    }
}
