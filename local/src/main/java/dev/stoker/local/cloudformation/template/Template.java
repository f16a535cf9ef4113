// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.cloudformation.values.Value.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template in which everything is supported.
 *
 * @param description any text; empty if there is none
 * @param parameters by name
 * @param rules the rules for its parameters
 * @param conditions by name
 * @param resources in their order
 * @param outputs in their order
 * @param transformed whether it has the SAM transform
 */
public record Template(
        Optional<String> description,
        Map<String, ParameterDeclaration> parameters,
        List<RuleDeclaration> rules,
        Map<String, Condition> conditions,
        List<ResourceDeclaration> resources,
        List<OutputDeclaration> outputs,
        boolean transformed) {
    /**
     * Reads a template.
     *
     * @param text YAML or JSON
     * @param types the resource types that are covered, by name
     * @throws AwsError ValidationError with all that is wrong
     */
    public static Template read(String text, Map<String, ResourceType> types) {
        return TemplateReader.read(text, types);
    }

    /** Its parameters, for GetTemplateSummary. */
    public List<ParameterSummary> parameterSummaries() {
        return parameters.values().stream()
                .map(one -> new ParameterSummary(one.name(), one.type().text(), one.preset(), one.allowed()))
                .toList();
    }

    /**
     * A parameter of a template.
     *
     * @param name as it is referred to
     * @param type String, Number, CommaDelimitedList or {@code AWS::SSM::Parameter::Value<String>}
     * @param preset the default; empty if a value must be given
     * @param allowed the values that it may have; empty for any
     */
    public record ParameterSummary(String name, String type, Optional<String> preset, List<String> allowed) {}

    /**
     * An output of a template.
     *
     * @param name its name
     * @param description any text; empty if there is none
     * @param value its value
     * @param condition the condition under which it exists; empty if it always does
     */
    public record OutputDeclaration(
            String name, Optional<String> description, Value value, Optional<String> condition) {}

    /**
     * The plan of a stack: a template with its parameters' values, and its resources in the order of their
     * dependencies.
     *
     * @param template the template
     * @param parameters the values by name, as texts
     * @param scope the values of names
     * @param order the resources to create, in order
     */
    public record Plan(
            Template template, Map<String, String> parameters, StackScope scope, List<ResourceDeclaration> order) {

        /**
         * Creates a plan with parameters.
         *
         * @param given values by name
         * @param pseudo the pseudo parameters
         * @param stored finds the value of a parameter of Systems Manager
         * @throws AwsError ValidationError with all that is wrong
         */
        public static Plan of(
                Template template,
                Map<String, String> given,
                Map<String, JsonNode> pseudo,
                Function<String, Optional<String>> stored) {
            Map<String, String> texts = texts(template, given);
            Problems problems = new Problems();
            Map<String, JsonNode> values = new LinkedHashMap<>(pseudo);
            template.parameters()
                    .forEach((name, parameter) ->
                            values.put(name, parameter.value(requireNonNull(texts.get(name)), stored, problems)));
            problems.throwIfAny();
            StackScope scope = new StackScope(values, template.conditions());
            template.rules().forEach(rule -> rule.check(scope, problems));
            problems.throwIfAny();
            try {
                return new Plan(template, texts, scope, order(template, scope));
            } catch (AwsError e) {
                throw new AwsError("ValidationError", String.valueOf(e.getMessage()));
            }
        }

        /** The value that a parameter of Systems Manager had; empty if the parameter is not one. */
        public Optional<String> storedValue(String parameter) {
            return Optional.ofNullable(template.parameters().get(parameter))
                    .filter(declared -> declared.type() == ParameterDeclaration.Type.STORED)
                    .map(declared -> scope.ref(parameter).asText());
        }

        /** Resolves a value, if the resources that it refers to exist. */
        public JsonNode resolve(Value value) {
            return value.resolve(scope);
        }

        /** Whether an output's condition holds. */
        public boolean isWanted(OutputDeclaration output) {
            return output.condition().map(scope::holds).orElse(true);
        }

        /** Makes a created resource available to values that refer to it. */
        public void made(String logicalId, Deployed resource) {
            scope.made(logicalId, resource);
        }

        private static Map<String, String> texts(Template template, Map<String, String> given) {
            Set<String> strangers = new TreeSet<>(given.keySet());
            strangers.removeAll(template.parameters().keySet());
            if (!strangers.isEmpty()) {
                throw new AwsError("ValidationError", "Parameters: " + strangers + " do not exist in the template");
            }
            Map<String, String> texts = new LinkedHashMap<>();
            List<String> missing = new ArrayList<>();
            template.parameters()
                    .forEach((name, parameter) -> Optional.ofNullable(given.get(name))
                            .or(parameter::preset)
                            .ifPresentOrElse(text -> texts.put(name, text), () -> missing.add(name)));
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
                        .orElseThrow(() -> new AwsError(
                                "ValidationError",
                                "Circular dependency between resources: "
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
                    .filter(output -> output.condition().map(scope::holds).orElse(true))
                    .forEach(output -> output.value().names(scope::holds).forEach(needed::add));
            needed.retainAll(unwanted);
            if (!needed.isEmpty()) {
                throw new AwsError(
                        "ValidationError",
                        "Template format error: Unresolved resource dependencies " + needed
                                + " in the Resources block of the template");
            }
        }
    }

    /**
     * A resource of a template.
     *
     * @param logicalId its name in the template
     * @param typeName as the template writes it
     * @param type its type
     * @param properties its properties
     * @param dependsOn resources that must exist before it, in addition to those that it refers to
     * @param condition the condition under which it is created; empty if it always is
     * @param retained when it stays although the stack no longer has it
     */
    public record ResourceDeclaration(
            String logicalId,
            String typeName,
            ResourceType type,
            Value.MapOf properties,
            List<String> dependsOn,
            Optional<String> condition,
            Retained retained) {

        boolean isWanted(Predicate<String> holds) {
            return condition.map(holds::test).orElse(true);
        }

        /** All names that must have a value before this resource can be created. */
        Set<String> needs(Predicate<String> holds) {
            return Stream.concat(dependsOn.stream(), properties.names(holds)).collect(Collectors.toSet());
        }
    }

    /**
     * When a resource is kept after its stack removes it.
     *
     * @param whenDeleted DeletionPolicy: when the resource or its stack is deleted
     * @param whenNew DeletionPolicy: when its creation is rolled back
     * @param whenReplaced UpdateReplacePolicy: when an update replaces it
     */
    public record Retained(boolean whenDeleted, boolean whenNew, boolean whenReplaced) {}
}
