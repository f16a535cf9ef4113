// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Doing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Finds the functions with a tag: all functions, and the tags of each. Lambda cannot list by tag, and throttles above 15 requests a
 * second, so the client retries patiently.
 */
final class Discovery {
    /** Without a terminal, the progress is a line for as many functions. */
    private static final long STEP = 100;

    private final AwsClients clients;
    private final Consumer<Doing> progress;

    Discovery(AwsClients clients, Consumer<Doing> progress) {
        this.clients = clients;
        this.progress = progress;
    }

    /**
     * Finds all functions with a tag.
     *
     * @throws dev.stoker.cli.output.Failure if AWS refuses a request
     */
    Found find(String tag) {
        return AwsCall.reading("lambda:ListFunctions", "all functions").make(() -> {
            try (LambdaClient lambda = clients.lambdaPatient()) {
                List<String> arns = lambda.listFunctionsPaginator().functions().stream()
                        .map(FunctionConfiguration::functionArn)
                        .toList();
                List<Tagged> tagged = new ArrayList<>();
                for (int i = 0; i < arns.size(); i++) {
                    String arn = arns.get(i);
                    progress.accept(new Doing("Reading tags: function " + (i + 1) + " of " + arns.size(), i / STEP));
                    value(lambda, arn, tag).ifPresent(value -> tagged.add(new Tagged(arn, value)));
                }
                tagged.sort(Comparator.comparing(Tagged::arn));
                return new Found(arns.size(), tagged);
            }
        });
    }

    private static Optional<String> value(LambdaClient lambda, String arn, String tag) {
        return AwsCall.reading("lambda:ListTags", arn).make(() -> {
            try {
                return Optional.ofNullable(
                        lambda.listTags(request -> request.resource(arn)).tags().get(tag));
            } catch (ResourceNotFoundException deletedMeanwhile) {
                return Optional.empty();
            }
        });
    }

    /**
     * A function with the tag.
     *
     * @param arn its ARN, without alias and version
     * @param value the value of the tag
     */
    record Tagged(String arn, String value) {}

    /**
     * The result.
     *
     * @param functions how many functions there are, with the tag and without
     * @param tagged those with the tag, in the order of their names
     */
    record Found(int functions, List<Tagged> tagged) {
        Found {
            tagged = List.copyOf(tagged);
        }
    }
}
