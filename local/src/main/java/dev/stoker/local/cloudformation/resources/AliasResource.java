// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.lambda.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::Alias}; Ref returns the alias's ARN. */
final class AliasResource implements ResourceType {
    private static final String WEIGHTS = "RoutingConfig.AdditionalVersionWeights";
    private static final Shape WEIGHT =
            Shape.fields(Map.of("FunctionVersion!", Shape.SCALAR, "FunctionWeight!", Shape.SCALAR));
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "FunctionName!", Shape.SCALAR,
            "FunctionVersion!", Shape.SCALAR,
            "Name!", Shape.SCALAR,
            "Description", Shape.SCALAR,
            "RoutingConfig", Shape.fields(Map.of("AdditionalVersionWeights", Shape.listOf(WEIGHT)))));

    private final Functions functions;

    AliasResource(AccountServices services) {
        this.functions = services.functions();
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::Alias";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("AliasArn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String function = request.required("FunctionName");
        String name = request.required("Name");
        String arn = functions
                .createAlias(
                        function,
                        name,
                        request.required("FunctionVersion"),
                        request.text("Description").orElse(""),
                        weights(request))
                .arn();
        return new Deployed(arn, Map.of("AliasArn", arn), () -> functions.deleteAlias(function, name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "FunctionName", "Name")) {
            return Optional.empty();
        }
        functions.moveAlias(
                request.required("FunctionName"),
                request.required("Name"),
                request.required("FunctionVersion"),
                request.text("Description").orElse(""),
                weights(request));
        return Optional.of(there);
    }

    private static Map<String, Double> weights(ResourceRequest request) {
        Map<String, Double> weights = new HashMap<>();
        request.at(WEIGHTS).forEach(other -> {
            String weight = Value.textOf(other.path("FunctionWeight"), WEIGHTS);
            try {
                weights.put(Value.textOf(other.path("FunctionVersion"), WEIGHTS), Double.valueOf(weight));
            } catch (NumberFormatException e) {
                throw new AwsError("ValidationError", WEIGHTS + ": must be a number, got " + weight + ".");
            }
        });
        return weights;
    }
}
