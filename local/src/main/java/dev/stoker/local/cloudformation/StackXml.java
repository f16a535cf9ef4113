// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.cloudformation.Stack.StackEvent;
import dev.stoker.local.cloudformation.Stack.StackResource;
import dev.stoker.local.cloudformation.template.Template.OutputDeclaration;
import dev.stoker.local.cloudformation.template.Template.ParameterSummary;
import dev.stoker.local.http.QueryApi.Xml;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes stacks in the XML of CloudFormation's responses. */
final class StackXml {
    private StackXml() {}

    static void describe(Xml xml, Stack stack) {
        summary(xml, stack);
        xml.add("Description", stack.plan().template().description())
                .add("DisableRollback", !stack.request().rollback())
                .members("Capabilities", stack.request().capabilities(), Xml::append)
                .members(
                        "Parameters",
                        stack.plan().parameters().entrySet(),
                        (item, parameter) -> parameter(item, parameter, stack))
                .members("Outputs", outputs(stack), (item, output) -> output(item, output, stack))
                .members("Tags", stack.request().tags().entrySet(), StackXml::tag)
                .members("NotificationARNs", List.of(), (item, none) -> {})
                .add("EnableTerminationProtection", false)
                .add("DriftInformation", drift -> drift.add("StackDriftStatus", "NOT_CHECKED"));
    }

    static void summarize(Xml xml, Stack stack) {
        summary(xml, stack);
        xml.add("TemplateDescription", stack.plan().template().description());
    }

    private static void summary(Xml xml, Stack stack) {
        xml.add("StackId", stack.id())
                .add("StackName", stack.name())
                .add("ParentId", stack.parent().map(Stack::id))
                .add("RootId", stack.parent().map(StackXml::root).map(Stack::id))
                .add("CreationTime", Instant.ofEpochMilli(stack.createdAt()))
                .add("LastUpdatedTime", instant(stack.updatedAt()))
                .add("DeletionTime", instant(stack.deletedAt()))
                .add("StackStatus", stack.status())
                .add("StackStatusReason", stack.reason());
    }

    private static Optional<Instant> instant(long millis) {
        return Optional.of(millis).filter(set -> set != 0).map(Instant::ofEpochMilli);
    }

    private static Stack root(Stack stack) {
        return stack.parent().map(StackXml::root).orElse(stack);
    }

    private static void parameter(Xml xml, Map.Entry<String, String> parameter, Stack stack) {
        xml.add("ParameterKey", parameter.getKey())
                .add("ParameterValue", parameter.getValue())
                .add("ResolvedValue", stack.plan().storedValue(parameter.getKey()));
    }

    private static void tag(Xml xml, Map.Entry<String, String> tag) {
        xml.add("Key", tag.getKey()).add("Value", tag.getValue());
    }

    /** A parameter as a template declares it. */
    static void declaration(Xml xml, ParameterSummary parameter) {
        xml.add("ParameterKey", parameter.name())
                .add("DefaultValue", parameter.preset())
                .add("ParameterType", parameter.type())
                .add("NoEcho", false)
                .add(
                        "ParameterConstraints",
                        constraints -> constraints.members("AllowedValues", parameter.allowed(), Xml::append));
    }

    private static List<OutputDeclaration> outputs(Stack stack) {
        return stack.plan().template().outputs().stream()
                .filter(output -> stack.outputs().containsKey(output.name()))
                .toList();
    }

    private static void output(Xml xml, OutputDeclaration output, Stack stack) {
        xml.add("OutputKey", output.name())
                .add("OutputValue", requireNonNull(stack.outputs().get(output.name()), output.name()))
                .add("Description", output.description());
    }

    static void event(Xml xml, Stack stack, StackEvent event) {
        xml.add("StackId", stack.id())
                .add("EventId", event.id())
                .add("StackName", stack.name())
                .add("LogicalResourceId", event.logicalId())
                .add("PhysicalResourceId", event.physicalId())
                .add("ResourceType", event.type())
                .add("Timestamp", Instant.ofEpochMilli(event.atMillis()))
                .add("ResourceStatus", event.status())
                .add("ResourceStatusReason", event.reason());
    }

    /** A resource. The name of its time differs between the operations. */
    static void resource(Xml xml, StackResource resource, String timestamp) {
        xml.add("LogicalResourceId", resource.logicalId())
                .add("PhysicalResourceId", resource.physicalId())
                .add("ResourceType", resource.type())
                .add(timestamp, Instant.ofEpochMilli(resource.atMillis()))
                .add("ResourceStatus", resource.status())
                .add("ResourceStatusReason", resource.reason())
                .add("DriftInformation", drift -> drift.add("StackResourceDriftStatus", "NOT_CHECKED"));
    }
}
