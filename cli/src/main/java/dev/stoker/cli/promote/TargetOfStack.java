// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.output.Json;
import java.util.Optional;

/** The target that a stack keeps warm for an alias: its priming event, its protocol and so on hold for a new version too. */
final class TargetOfStack {
    private TargetOfStack() {}

    /** A target without any field. */
    static ObjectNode none() {
        return Json.object();
    }

    /** The first target of the stack with this function and alias; without any field if there is none. */
    static ObjectNode find(AwsClients clients, String stack, FunctionName alias) {
        return StackOutput.targets(StackOutput.readParameters(clients, stack)).stream()
                .filter(target -> isFor(target, alias))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(TargetOfStack::none);
    }

    private static boolean isFor(JsonNode target, FunctionName alias) {
        Optional<FunctionName> name = FunctionName.parse(target.path("function").asText());
        return name.filter(one ->
                        one.name().equals(alias.name()) && one.qualifier().equals(alias.qualifier()))
                .isPresent();
    }
}
