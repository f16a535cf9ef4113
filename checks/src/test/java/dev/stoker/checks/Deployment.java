// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** infra/template.yaml as deployed: with resolved conditions and intrinsic functions. */
final class Deployment {
    static final String ORDERS = "arn:aws:lambda:us-east-1:000000000000:function:orders";
    static final String CARTS = "arn:aws:lambda:us-east-1:000000000000:function:carts";

    private final DeployedStack stack;

    private Deployment(DeployedStack stack) {
        this.stack = stack;
    }

    /** Deploys the template for the functions orders and carts, with the name {@code shop}. */
    static Deployment deploy(Map<String, String> parameters) {
        return deploy("shop", parameters);
    }

    /** Deploys the template for the functions orders and carts, with any name. */
    static Deployment deploy(String name, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("TargetArns", ORDERS + "," + CARTS));
        all.putAll(parameters);
        EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .on(new VirtualTimeline(0))
                .in(ModelledRuntimes.kind(InitModel.fixed(0), UserModel.SAMPLE, 1)));
        return new Deployment(aws.deployTemplate(Repository.path(""), name, all));
    }

    /** The properties of the resources of a type, by their logical IDs. */
    Map<String, JsonNode> resources(String type) {
        return stack.madeWith(type);
    }

    /** The properties of the resource of a type that has a logical id. */
    JsonNode resource(String type, String logicalId) {
        return requireNonNull(resources(type).get(logicalId), logicalId);
    }

    /** The result of Ref. */
    String ref(String logicalId) {
        return stack.physicalId(logicalId);
    }

    /** The actions that a role's attached and inline policies allow. */
    List<Grant> grantsOf(String role) {
        List<Grant> grants = new ArrayList<>();
        resources("AWS::IAM::Policy").values().stream()
                .filter(policy -> texts(policy.get("Roles")).contains(ref(role)))
                .forEach(policy -> grants.addAll(Grant.of(policy.get("PolicyDocument"))));
        resource("AWS::IAM::Role", role)
                .path("Policies")
                .forEach(policy -> grants.addAll(Grant.of(policy.get("PolicyDocument"))));
        return grants;
    }

    /** One text, or a list of them. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
