// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.template.Template;
import dev.stoker.local.cloudformation.template.Template.Plan;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.ssm.ParameterStore.StoredParameter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads templates, and plans stacks with them. */
final class Planner {
    private final AccountServices services;
    private final Map<String, ResourceType> types;

    /**
     * @param types the covered types by their names in templates
     */
    Planner(AccountServices services, Map<String, ResourceType> types) {
        this.services = services;
        this.types = types;
    }

    /**
     * Plans a stack.
     *
     * @param mayTransform whether the transform of SAM is allowed
     * @param id the stack's
     * @throws AwsError InsufficientCapabilitiesException; ValidationError with all problems
     */
    Plan plan(StackRequest request, boolean mayTransform, String id) {
        Template template = read(request.template());
        requireCapabilities(template, request.capabilities(), mayTransform);
        Account account = services.account();
        Map<String, JsonNode> pseudo = new LinkedHashMap<>();
        pseudo.put("AWS::AccountId", TextNode.valueOf(account.id()));
        pseudo.put("AWS::Partition", TextNode.valueOf("aws"));
        pseudo.put("AWS::Region", TextNode.valueOf(account.region()));
        pseudo.put("AWS::StackId", TextNode.valueOf(id));
        pseudo.put("AWS::StackName", TextNode.valueOf(request.name()));
        pseudo.put("AWS::URLSuffix", TextNode.valueOf("amazonaws.com"));
        Plan plan = Plan.of(
                template,
                request.parameters(),
                pseudo,
                name -> services.parameters().find(name).map(StoredParameter::value));
        checkNested(plan);
        return plan;
    }

    /**
     * Reads the templates of nested stacks too, so that nothing is created if one of them contains what is not covered.
     * A template that is not there yet fails its stack later.
     */
    private void checkNested(Plan plan) {
        Problems problems = new Problems();
        plan.order().stream()
                .filter(resource -> resource.type().deployedAs().equals(NestedStackResource.TYPE))
                .forEach(resource -> nestedTemplate(plan, resource).ifPresent(text -> {
                    try {
                        read(text);
                    } catch (AwsError e) {
                        problems.add(
                                "Resources." + resource.logicalId() + ".Properties.TemplateURL: " + e.getMessage());
                    }
                }));
        problems.throwIfAny();
    }

    private Optional<String> nestedTemplate(Plan plan, ResourceDeclaration resource) {
        try {
            Value url = resource.properties().fields().get("TemplateURL");
            return Optional.ofNullable(url)
                    .map(there -> textAt(plan.resolve(there).asText()));
        } catch (AwsError notYet) {
            return Optional.empty();
        }
    }

    /**
     * Reads a template.
     *
     * @throws AwsError ValidationError with all its problems
     */
    Template read(String template) {
        return Template.read(template, types);
    }

    private static void requireCapabilities(Template template, Set<String> given, boolean mayTransform) {
        Set<String> missing = new TreeSet<>();
        if (template.transformed() && !mayTransform) {
            missing.add(Stacks.AUTO_EXPAND);
        }
        boolean iam = template.resources().stream()
                .anyMatch(resource -> resource.type().isIam());
        if (iam && !given.contains("CAPABILITY_IAM") && !given.contains("CAPABILITY_NAMED_IAM")) {
            missing.add("CAPABILITY_IAM");
        }
        if (!missing.isEmpty()) {
            throw new AwsError("InsufficientCapabilitiesException", "Requires capabilities : " + missing);
        }
    }

    /**
     * The template at a URL: an object of the embedded AWS, with the bucket in the path or in the host.
     *
     * @throws AwsError ValidationError if the URL is none of S3, or whatever S3 throws
     */
    String textAt(String url) {
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw unsupported(url);
        }
        String path = requireNonNullElse(parsed.getPath(), "").replaceFirst("^/", "");
        String host = requireNonNullElse(parsed.getHost(), "");
        int bucketInHost = host.indexOf(".s3");
        String location = bucketInHost > 0 ? host.substring(0, bucketInHost) + "/" + path : path;
        int slash = location.indexOf('/');
        if (slash < 0) {
            throw unsupported(url);
        }
        return new String(
                services.buckets()
                        .get(location.substring(0, slash), location.substring(slash + 1))
                        .bytes(),
                UTF_8);
    }

    private static AwsError unsupported(String url) {
        return new AwsError("ValidationError", "TemplateURL must be a supported URL, got " + url);
    }
}
