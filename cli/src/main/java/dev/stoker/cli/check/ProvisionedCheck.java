// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.output.Count;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/** Checks {@code provisioned-concurrency}: whether provisioned concurrency already keeps environments ready. */
final class ProvisionedCheck implements Check {
    private static final String NAME = "provisioned-concurrency";

    private final LambdaClient lambda;

    ProvisionedCheck(LambdaClient lambda) {
        this.lambda = lambda;
    }

    @Override
    public void look(Target target, Findings findings) {
        String function = target.bareArn();
        findings.call(
                        NAME,
                        AwsCall.reading("lambda:ListProvisionedConcurrencyConfigs", function),
                        () -> lambda.listProvisionedConcurrencyConfigs(ask -> ask.functionName(function)))
                .map(ListProvisionedConcurrencyConfigsResponse::provisionedConcurrencyConfigs)
                .ifPresent(configs -> addFindings(target, configs, findings));
    }

    private static void addFindings(
            Target target, List<ProvisionedConcurrencyConfigListItem> configs, Findings findings) {
        for (ProvisionedConcurrencyConfigListItem config : configs) {
            String qualifier = config.functionArn().replaceFirst(".*:", "");
            String amount = Count.plain((long) config.requestedProvisionedConcurrentExecutions());
            boolean here = target.name().qualifier().filter(qualifier::equals).isPresent()
                    || qualifier.equals(target.configuration().version());
            if (here) {
                findings.error(
                        NAME,
                        qualifier + " has provisioned concurrency of " + amount
                                + ": Lambda keeps these environments ready, and a sleep task in them answers at once"
                                + " without holding, so cycles end with a shortfall.",
                        "Use one of the two: do not warm it, or run aws lambda delete-provisioned-concurrency-config "
                                + target.cliName() + " --qualifier " + qualifier + ".");
            } else {
                findings.note(
                        NAME,
                        "Another qualifier, " + qualifier + ", has provisioned concurrency of " + amount + ".",
                        "Make sure that users call the one that is warmed.");
            }
        }
        if (configs.isEmpty()) {
            findings.pass(NAME, "none");
        }
    }
}
