// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;

/** Checks {@code qualifier}: whether users reach the environments that are kept warm. */
final class QualifierCheck implements Check {
    private static final String NAME = "qualifier";
    private static final String LATEST = "$LATEST";

    private final LambdaClient lambda;

    QualifierCheck(LambdaClient lambda) {
        this.lambda = lambda;
    }

    @Override
    public void look(Target target, Findings findings) {
        String version = target.configuration().version();
        target.name()
                .qualifier()
                .filter(qualifier -> !qualifier.equals(LATEST))
                .ifPresentOrElse(
                        qualifier -> findings.pass(NAME, qualifier + ", which is version " + version),
                        () -> lookForAliases(target, findings));
    }

    private void lookForAliases(Target target, Findings findings) {
        findings.call(
                        NAME,
                        AwsCall.reading("lambda:ListAliases", target.bareArn()),
                        () -> lambda.listAliases(ask -> ask.functionName(target.bareArn())))
                .map(ListAliasesResponse::aliases)
                .ifPresent(aliases -> compare(target, aliases, findings));
    }

    private static void compare(Target target, List<AliasConfiguration> aliases, Findings findings) {
        boolean named = target.name().qualifier().isPresent();
        if (aliases.isEmpty()) {
            findings.pass(NAME, (named ? LATEST : "none") + ", and the function has no alias");
            return;
        }
        String names = aliases.stream().map(AliasConfiguration::name).collect(Collectors.joining(", "));
        findings.warning(
                NAME,
                (named
                                ? "It is named with $LATEST, which each deployment changes"
                                : "It is named without an alias or version, so $LATEST is warmed")
                        + ". The function has aliases (" + names
                        + "), and each version has its own environments: users of an alias meet other environments.",
                "Give the alias or version that users call, such as "
                        + target.configuration().functionName() + ":"
                        + aliases.get(0).name() + ".");
    }
}
