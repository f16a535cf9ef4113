// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.http.AwsError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What making a stack means: a template with its parameters' values, and its resources in an order in which each comes after those
 * that it needs.
 *
 * @param template as it was read
 * @param parameters the values by name, as texts
 * @param scope what names mean
 * @param order the resources that are wanted
 */
record Plan(Template template, Map<String, String> parameters, StackScope scope, List<ResourceDeclaration> order) {

    /**
     * Puts parameters in.
     *
     * @param given values by name
     * @param pseudo the pseudo parameters
     * @throws AwsError ValidationError with all that is wrong
     */
    static Plan of(Template template, Map<String, String> given, Map<String, JsonNode> pseudo) {
        Map<String, String> texts = texts(template, given);
        Problems problems = new Problems();
        Map<String, JsonNode> values = new LinkedHashMap<>(pseudo);
        template.parameters()
                .forEach((name, parameter) -> values.put(name, parameter.value(texts.get(name), problems)));
        problems.throwIfAny();
        StackScope scope = new StackScope(values, template.conditions());
        template.rules().forEach(rule -> rule.check(scope, problems));
        problems.throwIfAny();
        try {
            return new Plan(template, texts, scope, order(template, scope));
        } catch (ResourceFailed e) {
            throw new AwsError("ValidationError", e.getMessage());
        }
    }

    private static Map<String, String> texts(Template template, Map<String, String> given) {
        Set<String> strangers = new TreeSet<>(given.keySet());
        strangers.removeAll(template.parameters().keySet());
        if (!strangers.isEmpty()) {
            throw new AwsError("ValidationError", "Parameters: " + strangers + " do not exist in the template");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        template.parameters()
                .forEach((name, parameter) -> texts.put(name, given.getOrDefault(name, parameter.preset())));
        List<String> missing =
                texts.keySet().stream().filter(name -> texts.get(name) == null).toList();
        if (!missing.isEmpty()) {
            throw new AwsError("ValidationError", "Parameters: " + missing + " must have values");
        }
        return texts;
    }

    private static List<ResourceDeclaration> order(Template template, StackScope scope) {
        List<ResourceDeclaration> waiting = template.resources().stream()
                .filter(resource -> resource.isWanted(scope::holds))
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> wanted =
                waiting.stream().map(ResourceDeclaration::logicalId).collect(Collectors.toSet());
        Set<String> unwanted = template.resources().stream()
                .map(ResourceDeclaration::logicalId)
                .filter(id -> !wanted.contains(id))
                .collect(Collectors.toSet());
        refuseUnwanted(template, waiting, unwanted, scope);
        List<ResourceDeclaration> order = new ArrayList<>();
        Set<String> waitedFor = new HashSet<>(wanted);
        while (!waiting.isEmpty()) {
            ResourceDeclaration next = waiting.stream()
                    .filter(one -> one.needs(scope::holds).stream().noneMatch(waitedFor::contains))
                    .findFirst()
                    .orElseThrow(() -> new ResourceFailed("Circular dependency between resources: "
                            + waiting.stream()
                                    .map(ResourceDeclaration::logicalId)
                                    .toList()));
            waiting.remove(next);
            waitedFor.remove(next.logicalId());
            order.add(next);
        }
        return order;
    }

    private static void refuseUnwanted(
            Template template, List<ResourceDeclaration> wanted, Set<String> unwanted, StackScope scope) {
        Set<String> needed = new TreeSet<>();
        wanted.forEach(resource -> resource.properties().names(scope::holds).forEach(needed::add));
        template.outputs().stream()
                .filter(output -> output.condition() == null || scope.holds(output.condition()))
                .forEach(output -> output.value().names(scope::holds).forEach(needed::add));
        needed.retainAll(unwanted);
        if (!needed.isEmpty()) {
            throw new ResourceFailed("Template format error: Unresolved resource dependencies " + needed
                    + " in the Resources block of the template");
        }
    }
}
