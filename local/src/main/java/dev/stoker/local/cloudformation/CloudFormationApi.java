// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stack.StackEvent;
import dev.stoker.local.cloudformation.Stack.StackResource;
import dev.stoker.local.cloudformation.template.Template;
import dev.stoker.local.http.QueryApi;
import dev.stoker.local.http.QueryApi.Form;
import dev.stoker.local.http.QueryApi.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CloudFormation's protocol: stacks. Lists have only one page. */
final class CloudFormationApi {
    static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private static final String SAM = "AWS::Serverless-2016-10-31";

    private final Stacks stacks;

    private CloudFormationApi(Stacks stacks) {
        this.stacks = stacks;
    }

    /** The protocol in front of these stacks. */
    static QueryApi of(Stacks stacks) {
        CloudFormationApi api = new CloudFormationApi(stacks);
        Set<String> stack = Set.of("StackName");
        QueryApi query = new QueryApi("cloudformation", "2010-05-15", NAMESPACE)
                .with(
                        "CreateStack",
                        Set.of(
                                "StackName",
                                "TemplateBody",
                                "TemplateURL",
                                "Parameters",
                                "Capabilities",
                                "Tags",
                                "DisableRollback",
                                "OnFailure",
                                "ClientRequestToken",
                                "DeploymentConfig",
                                "RoleARN"),
                        api::create)
                .with(
                        "UpdateStack",
                        Set.of(
                                "StackName",
                                "TemplateBody",
                                "TemplateURL",
                                "UsePreviousTemplate",
                                "Parameters",
                                "Capabilities",
                                "Tags",
                                "ClientRequestToken",
                                "DeploymentConfig",
                                "RoleARN"),
                        api::update)
                .with("GetTemplateSummary", Set.of("StackName", "TemplateBody", "TemplateURL"), api::summary)
                .with("DescribeStacks", Set.of("StackName", "NextToken"), api::describe)
                .with("ListStacks", Set.of("StackStatusFilter", "NextToken"), api::list)
                .with("DescribeStackEvents", Set.of("StackName", "NextToken"), api::events)
                .with("DescribeStackResource", Set.of("StackName", "LogicalResourceId"), api::resource)
                .with("DescribeStackResources", stack, api::resources)
                .with("ListStackResources", Set.of("StackName", "NextToken"), api::resourceSummaries)
                .with("GetTemplate", Set.of("StackName", "TemplateStage"), api::template)
                .with(
                        "DeleteStack",
                        Set.of("StackName", "ClientRequestToken", "DeploymentConfig", "RoleARN"),
                        api::delete);
        return ChangeSets.into(query, stacks);
    }

    private void create(Form form, Xml result) {
        result.add("StackId", stacks.create(StackForm.request(form, stacks)).id());
    }

    private void update(Form form, Xml result) {
        result.add("StackId", stacks.update(StackForm.request(form, stacks)).id());
    }

    /** GetTemplateSummary: the summary of a template, or of the template of a stack. */
    private void summary(Form form, Xml result) {
        Template template = stacks.planner()
                .read(
                        form.get("StackName").isEmpty()
                                ? StackForm.template(form, stacks)
                                : named(form).request().template());
        result.members("Parameters", template.parameterSummaries(), StackXml::declaration)
                .add("Description", template.description())
                .members(
                        "ResourceTypes",
                        template.resources().stream()
                                .map(resource -> resource.typeName())
                                .distinct()
                                .sorted()
                                .toList(),
                        Xml::append)
                .members(
                        "Capabilities",
                        template.resources().stream()
                                        .anyMatch(resource -> resource.type().isIam())
                                ? List.of("CAPABILITY_IAM")
                                : List.of(),
                        Xml::append)
                .members("DeclaredTransforms", template.transformed() ? List.of(SAM) : List.of(), Xml::append);
    }

    private void describe(Form form, Xml result) {
        List<Stack> described = form.get("StackName").isEmpty()
                ? stacks.all().stream()
                        .filter(stack -> !stack.status().equals("DELETE_COMPLETE"))
                        .toList()
                : List.of(named(form));
        result.members("Stacks", described, StackXml::describe);
    }

    private void list(Form form, Xml result) {
        List<String> wanted = form.list("StackStatusFilter");
        List<Stack> listed = stacks.all().stream()
                .filter(stack -> wanted.isEmpty() || wanted.contains(stack.status()))
                .toList();
        result.members("StackSummaries", listed, StackXml::summarize);
    }

    private void events(Form form, Xml result) {
        Stack stack = named(form);
        List<StackEvent> newestFirst = new ArrayList<>();
        stack.events().forEach(event -> newestFirst.add(0, event));
        result.members("StackEvents", newestFirst, (xml, event) -> StackXml.event(xml, stack, event));
    }

    private void resource(Form form, Xml result) {
        Stack stack = named(form);
        String id = form.required("LogicalResourceId");
        StackResource found = stack.resources().stream()
                .filter(resource -> resource.logicalId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        "ValidationError", "Resource " + id + " does not exist for stack " + stack.name()));
        result.add("StackResourceDetail", detail -> {
            detail.add("StackId", stack.id()).add("StackName", stack.name());
            StackXml.resource(detail, found, "LastUpdatedTimestamp");
        });
    }

    private void resources(Form form, Xml result) {
        Stack stack = named(form);
        result.members("StackResources", stack.resources(), (xml, resource) -> {
            xml.add("StackId", stack.id()).add("StackName", stack.name());
            StackXml.resource(xml, resource, "Timestamp");
        });
    }

    private void resourceSummaries(Form form, Xml result) {
        result.members(
                "StackResourceSummaries",
                named(form).resources(),
                (xml, resource) -> StackXml.resource(xml, resource, "LastUpdatedTimestamp"));
    }

    private void template(Form form, Xml result) {
        if (form.get("TemplateStage").equals(Optional.of("Processed"))) {
            throw new AwsError(
                    "ValidationError", "TemplateStage: the embedded AWS covers Original, got Processed. Leave it out.");
        }
        result.add("TemplateBody", named(form).request().template());
        result.members("StagesAvailable", List.of("Original"), Xml::append);
    }

    private void delete(Form form, Xml result) {
        StackForm.refuseOtherModes(form);
        stacks.delete(form.required("StackName"));
    }

    private Stack named(Form form) {
        String name = form.required("StackName");
        return stacks.find(name)
                .orElseThrow(() -> new AwsError("ValidationError", "Stack with id " + name + " does not exist"));
    }
}
