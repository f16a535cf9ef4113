// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Count;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Looks which limit throttled a target. Says nothing where the credentials may not look: the verdict stands without it. */
final class ThrottleReason {
    /** Warming takes at most this share of a function's reserved concurrency, in percent. */
    private static final long SHARE_OF_RESERVED = 80;

    private ThrottleReason() {}

    /** The limit and the remedy, a sentence for each. */
    static Optional<String> of(AwsClients clients, TargetOutput target) {
        return FunctionName.parse(target.function()).flatMap(name -> {
            try (LambdaClient lambda = clients.lambda()) {
                Integer reserved = lambda.getFunctionConcurrency(ask -> ask.functionName(name.unqualified()))
                        .reservedConcurrentExecutions();
                return Optional.of(reserved == null ? accountLimit(lambda) : reservation(reserved, target.requested()));
            } catch (SdkException mayNotLook) {
                return Optional.empty();
            }
        });
    }

    private static String reservation(int reserved, long requested) {
        long enough = (requested * 100 + SHARE_OF_RESERVED - 1) / SHARE_OF_RESERVED;
        return "Its reserved concurrency is " + Count.plain((long) reserved) + ". Reserve at least "
                + Count.plain(enough) + ", or ask for less.";
    }

    private static String accountLimit(LambdaClient lambda) {
        int limit = lambda.getAccountSettings().accountLimit().concurrentExecutions();
        return "It reserves no concurrency of its own, and the account's limit is " + Count.plain((long) limit)
                + ". Raise that in Service Quotas (Lambda, concurrent executions), or ask for less.";
    }
}
