// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;

/** Checks {@code weighted-alias}: whether all sleep tasks reach one version. */
final class WeightedAliasCheck implements Check {
    private static final String NAME = "weighted-alias";

    private final LambdaClient lambda;

    WeightedAliasCheck(LambdaClient lambda) {
        this.lambda = lambda;
    }

    @Override
    public void look(Target target, Findings findings) {
        if (target.name().hasAlias()) {
            findings.call(
                            NAME,
                            AwsCall.reading("lambda:GetAlias", target.bareArn()),
                            () -> lambda.getAlias(ask -> ask.functionName(target.bareArn())
                                    .name(target.name().qualifier().orElseThrow())))
                    .ifPresent(alias -> compare(target, alias, findings));
        }
    }

    private static void compare(Target target, GetAliasResponse alias, Findings findings) {
        Map<String, Double> weights = alias.routingConfig() == null
                ? Map.of()
                : new TreeMap<>(alias.routingConfig().additionalVersionWeights());
        if (weights.isEmpty()) {
            findings.pass(NAME, "no");
            return;
        }
        findings.warning(
                NAME,
                "Its alias sends a share of all invocations to another version (" + weights + " beside version "
                        + alias.functionVersion()
                        + "), sleep tasks included. Each version has its own environments, so N is the sum of both.",
                "Request more during the traffic shift, or end it: aws lambda update-alias " + target.cliName()
                        + " --name " + alias.name() + " --routing-config AdditionalVersionWeights={}.");
    }
}
