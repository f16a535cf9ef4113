// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.Optional;

/** Finds the function, or adds the finding {@code exists} or {@code qualifier} if it is missing. */
final class Existence {
    private final AwsClients clients;

    Existence(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Looks up the function. If it does not exist, adds a finding and returns empty.
     *
     * @throws dev.stoker.cli.output.Failure if AWS does not answer
     */
    Optional<Target> find(FunctionName name, Findings findings) {
        try (FunctionLookup functions = new FunctionLookup(clients)) {
            Optional<Target> target = functions.find(name).map(found -> new Target(name, found));
            target.ifPresentOrElse(
                    found -> findings.pass("exists", found.configuration().functionArn()),
                    () -> tellMissing(
                            name,
                            name.qualifier().isPresent()
                                    && functions.find(name.withoutQualifier()).isPresent(),
                            findings));
            return target;
        }
    }

    private void tellMissing(FunctionName name, boolean withoutQualifier, Findings findings) {
        if (withoutQualifier) {
            findings.error(
                    "qualifier",
                    "The function exists, but it has no alias or version "
                            + name.qualifier().orElseThrow() + ".",
                    "See aws lambda list-aliases --function-name " + name.unqualified()
                            + " and give the one that users call.");
            return;
        }
        findings.error(
                "exists",
                "There is no function " + name.unqualified() + " in " + clients.region() + ".",
                "Check the name, --region and --profile. aws lambda list-functions lists the functions. A Lambda Web Function is"
                        + " not among them: it serves many requests at once in each environment, so it cannot be"
                        + " warmed one by one.");
    }
}
