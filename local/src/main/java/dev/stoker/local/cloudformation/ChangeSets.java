// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.http.QueryApi;
import dev.stoker.local.http.QueryApi.Form;
import dev.stoker.local.http.QueryApi.Xml;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Change sets that create a stack: the way in which {@code sam deploy} and {@code aws cloudformation deploy} do it. */
final class ChangeSets {
    private final Stacks stacks;
    private final Map<String, ChangeSet> byId = new HashMap<>();

    /**
     * A change set; its stack is planned, and made when it is executed.
     *
     * @param id its ARN
     * @param name its name, unique in the stack
     * @param stack what it will make
     */
    private record ChangeSet(String id, String name, Stack stack) {}

    private ChangeSets(Stacks stacks) {
        this.stacks = stacks;
    }

    static QueryApi into(QueryApi api, Stacks stacks) {
        ChangeSets sets = new ChangeSets(stacks);
        return api.with(
                        "CreateChangeSet",
                        Set.of(
                                "StackName",
                                "ChangeSetName",
                                "ChangeSetType",
                                "TemplateBody",
                                "TemplateURL",
                                "Parameters",
                                "Capabilities",
                                "Description",
                                "ClientToken"),
                        sets::create)
                .with("DescribeChangeSet", Set.of("ChangeSetName", "StackName", "NextToken"), sets::describe)
                .with(
                        "ExecuteChangeSet",
                        Set.of("ChangeSetName", "StackName", "DisableRollback", "ClientRequestToken"),
                        sets::execute);
    }

    private void create(Form form, Xml result) {
        if (!"CREATE".equals(form.get("ChangeSetType"))) {
            throw new AwsError(
                    "ValidationError",
                    "ChangeSetType: the embedded AWS covers CREATE, got " + form.get("ChangeSetType")
                            + ". Delete the stack and create it anew.");
        }
        String name = form.required("ChangeSetName");
        Stack stack = stacks.review(CloudFormationApi.request(form, stacks));
        String id = stack.id().replace(":stack/" + stack.name() + "/", ":changeSet/" + name + "/");
        byId.put(id, new ChangeSet(id, name, stack));
        result.add("Id", id).add("StackId", stack.id());
    }

    private void describe(Form form, Xml result) {
        ChangeSet set = named(form);
        Stack stack = set.stack();
        boolean pending = stack.status().equals("REVIEW_IN_PROGRESS");
        result.add("ChangeSetId", set.id())
                .add("ChangeSetName", set.name())
                .add("StackId", stack.id())
                .add("StackName", stack.name())
                .add("CreationTime", Instant.ofEpochMilli(stack.createdAt()))
                .add("Status", "CREATE_COMPLETE")
                .add("ExecutionStatus", pending ? "AVAILABLE" : "EXECUTE_COMPLETE")
                .members("Changes", stack.plan().order(), ChangeSets::change);
    }

    private static void change(Xml xml, ResourceDeclaration resource) {
        xml.add("Type", "Resource")
                .add(
                        "ResourceChange",
                        change -> change.add("Action", "Add")
                                .add("LogicalResourceId", resource.logicalId())
                                .add("ResourceType", resource.type().deployedAs()));
    }

    private void execute(Form form, Xml result) {
        ChangeSet set = named(form);
        if (!set.stack().status().equals("REVIEW_IN_PROGRESS")) {
            throw new AwsError(
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + set.id() + "] cannot be executed in its current execution status"
                            + " [EXECUTE_COMPLETE]");
        }
        stacks.execute(set.stack());
    }

    private ChangeSet named(Form form) {
        String name = form.required("ChangeSetName");
        String stack = form.get("StackName");
        return byId.values().stream()
                .filter(set -> set.id().equals(name)
                        || (set.name().equals(name)
                                && (set.stack().name().equals(stack)
                                        || set.stack().id().equals(stack))))
                .findFirst()
                .orElseThrow(() -> new AwsError("ChangeSetNotFound", 404, "ChangeSet [" + name + "] does not exist"));
    }
}
