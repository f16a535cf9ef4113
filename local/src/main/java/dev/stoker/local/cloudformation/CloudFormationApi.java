// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stack.StackEvent;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.QueryApi;
import dev.stoker.local.http.QueryApi.Form;
import dev.stoker.local.http.QueryApi.Xml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** CloudFormation's protocol: stacks. Lists are never paged. */
final class CloudFormationApi {
    static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

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
                                "DisableRollback",
                                "OnFailure",
                                "ClientRequestToken"),
                        api::create)
                .with("DescribeStacks", Set.of("StackName", "NextToken"), api::describe)
                .with("ListStacks", Set.of("StackStatusFilter", "NextToken"), api::list)
                .with("DescribeStackEvents", Set.of("StackName", "NextToken"), api::events)
                .with("DescribeStackResources", stack, api::resources)
                .with("ListStackResources", Set.of("StackName", "NextToken"), api::resourceSummaries)
                .with("GetTemplate", Set.of("StackName", "TemplateStage"), api::template)
                .with("DeleteStack", Set.of("StackName", "ClientRequestToken"), api::delete);
        return ChangeSets.into(query, stacks);
    }

    private void create(Form form, Xml result) {
        result.add("StackId", stacks.create(request(form, stacks)).id());
    }

    /** What CreateStack and CreateChangeSet have in common. */
    static StackRequest request(Form form, Stacks stacks) {
        String onFailure = form.get("OnFailure");
        if (onFailure != null && !Set.of("ROLLBACK", "DO_NOTHING").contains(onFailure)) {
            throw new AwsError(
                    "ValidationError",
                    "OnFailure: the embedded AWS covers ROLLBACK, DO_NOTHING, got " + onFailure
                            + ". Use one of these.");
        }
        boolean rollback = !"true".equals(form.get("DisableRollback")) && !"DO_NOTHING".equals(onFailure);
        return new StackRequest(
                form.required("StackName"),
                templateText(form, stacks),
                form.pairs("Parameters", "ParameterKey", "ParameterValue"),
                Set.copyOf(form.list("Capabilities")),
                null,
                rollback);
    }

    private static String templateText(Form form, Stacks stacks) {
        String body = form.get("TemplateBody");
        String url = form.get("TemplateURL");
        if ((body == null) == (url == null)) {
            throw new AwsError("ValidationError", "Either Template URL or Template Body must be specified.");
        }
        try {
            return body != null ? body : stacks.objectAt(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new AwsError("ValidationError", "TemplateURL must be a supported URL, got " + url);
        }
    }

    private void describe(Form form, Xml result) {
        List<Stack> described = form.get("StackName") == null
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
        if ("Processed".equals(form.get("TemplateStage"))) {
            throw new AwsError(
                    "ValidationError", "TemplateStage: the embedded AWS covers Original, got Processed. Leave it out.");
        }
        result.add("TemplateBody", named(form).request().template());
        result.members("StagesAvailable", List.of("Original"), Xml::append);
    }

    private void delete(Form form, Xml result) {
        stacks.delete(form.required("StackName"));
    }

    private Stack named(Form form) {
        String name = form.required("StackName");
        return stacks.find(name)
                .orElseThrow(() -> new AwsError("ValidationError", "Stack with id " + name + " does not exist"));
    }
}
