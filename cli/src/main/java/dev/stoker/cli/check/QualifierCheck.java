// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;

/** Checks {@code qualifier} and {@code weighted-alias}: whether the environments that are warmed are those that users meet. */
final class QualifierCheck {
    private QualifierCheck() {}

    static void look(LambdaClient lambda, Target target, Findings findings) {
        if (target.name().qualifier().filter(name -> !name.equals("$LATEST")).isEmpty()) {
            lookForAliases(lambda, target, findings);
        } else {
            findings.pass(
                    "qualifier",
                    target.name().qualifier().orElseThrow() + ", which is version "
                            + target.configuration().version());
        }
        target.alias().ifPresent(alias -> {
            Map<String, Double> weights = alias.routingConfig() == null
                    ? Map.of()
                    : new TreeMap<>(alias.routingConfig().additionalVersionWeights());
            if (weights.isEmpty()) {
                findings.pass("weighted-alias", "no");
                return;
            }
            findings.warning(
                    "weighted-alias",
                    "Its alias sends a share of all calls to another version (" + weights + " beside version "
                            + alias.functionVersion() + "), and of the sleep tasks too: each version has environments"
                            + " of its own, and the N that are kept warm are those of both together.",
                    "Ask for more while the shift lasts, or end it: aws lambda update-alias " + target.cliName()
                            + " --name " + alias.name() + " --routing-config AdditionalVersionWeights={}.");
        });
    }

    private static void lookForAliases(LambdaClient lambda, Target target, Findings findings) {
        String function = target.bareArn();
        findings.ask(
                        "qualifier",
                        AwsCall.reading("lambda:ListAliases", function),
                        () -> lambda.listAliases(ask -> ask.functionName(function)))
                .map(ListAliasesResponse::aliases)
                .ifPresent(aliases -> {
                    if (aliases.isEmpty()) {
                        findings.pass("qualifier", "none, and there is no alias that users could call");
                        return;
                    }
                    List<String> names =
                            aliases.stream().map(AliasConfiguration::name).toList();
                    findings.warning(
                            "qualifier",
                            "It is named without alias or version, so $LATEST is warmed, and it has aliases ("
                                    + String.join(", ", names) + "): each version has environments of its own.",
                            "Name what users call, such as "
                                    + target.configuration().functionName() + ":" + names.get(0) + ".");
                });
    }
}
