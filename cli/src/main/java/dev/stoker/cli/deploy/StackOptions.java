// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that name a stack and the bucket with its files. */
final class StackOptions {
    @Option(names = "--stack-name", paramLabel = "NAME", description = "The name of the stack (stoker).")
    private String stack = "stoker";

    @Option(
            names = "--s3-bucket",
            paramLabel = "NAME",
            description = "A bucket of yours for the uploaded files. Default: stoker-ACCOUNT-REGION, which stoker"
                    + " deploy creates, encrypted and without public access.")
    private String bucket;

    @Option(names = "--yes", description = "Do not ask for confirmation; required without a terminal.")
    private boolean yes;

    /**
     * The name of the stack.
     *
     * @throws Failure if it is none
     */
    String stack() {
        if (!stack.matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")) {
            throw Failure.wrongUse("--stack-name: must be a letter, then up to 127 letters, digits and hyphens, got "
                    + OneLine.of(stack) + ". Write for example stoker-orders.");
        }
        return stack;
    }

    boolean yes() {
        return yes;
    }

    /** The bucket for a deployment. */
    FileBucket bucket(AwsClients clients) {
        return Optional.ofNullable(bucket)
                .map(name -> FileBucket.named(clients, name, stack()))
                .orElseGet(() -> FileBucket.findStokers(clients, stack()));
    }

    /** The bucket with the files of a stack, as its template names it unless the option does. */
    FileBucket bucketOf(AwsClients clients, StackCalls calls, Optional<StackState> there) {
        FileBucket usual = bucket(clients);
        if (bucket != null || there.isEmpty() || there.get().isOnlyPlanned()) {
            return usual;
        }
        Matcher address = Pattern.compile("s3://(?<bucket>[^/\\s]+)/stoker/" + Pattern.quote(stack()) + "/")
                .matcher(calls.template());
        if (!address.find() || address.group("bucket").equals(usual.name())) {
            return usual;
        }
        usual.close();
        return FileBucket.named(clients, address.group("bucket"), stack());
    }
}
