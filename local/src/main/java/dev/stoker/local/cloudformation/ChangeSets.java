// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.QueryApi;
import dev.stoker.local.http.QueryApi.Form;
import dev.stoker.local.http.QueryApi.Xml;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Change sets: the way in which {@code sam deploy} and {@code aws cloudformation deploy} create and update stacks. */
final class ChangeSets {
    private final Stacks stacks;
    private final Map<String, ChangeSet> byId = new LinkedHashMap<>();

    /** A change set. It can be executed once. */
    private static final class ChangeSet {
        private final String id;
        private final String name;
        private final Stack stack;
        private final StackRequest request;
        private final Changes changes;
        private final boolean creates;
        private boolean executed;

        ChangeSet(String name, Stack stack, StackRequest request, Changes changes, boolean creates) {
            this.id = stack.id().replace(":stack/" + stack.name() + "/", ":changeSet/" + name + "/");
            this.name = name;
            this.stack = stack;
            this.request = request;
            this.changes = changes;
            this.creates = creates;
        }

        String executionStatus() {
            if (changes.isEmpty()) {
                return "UNAVAILABLE";
            }
            return executed ? "EXECUTE_COMPLETE" : "AVAILABLE";
        }
    }

    private ChangeSets(Stacks stacks) {
        this.stacks = stacks;
    }

    static QueryApi into(QueryApi api, Stacks stacks) {
        ChangeSets sets = new ChangeSets(stacks);
        Set<String> one = Set.of("ChangeSetName", "StackName");
        return api.with(
                        "CreateChangeSet",
                        Set.of(
                                "StackName",
                                "ChangeSetName",
                                "ChangeSetType",
                                "TemplateBody",
                                "TemplateURL",
                                "UsePreviousTemplate",
                                "Parameters",
                                "Capabilities",
                                "Tags",
                                "Description",
                                "ClientToken",
                                "DeploymentConfig",
                                "ImportExistingResources",
                                "IncludeNestedStacks",
                                "RoleARN"),
                        sets::create)
                .with(
                        "DescribeChangeSet",
                        // A change names its resource; what IncludePropertyValues adds on AWS is only for people.
                        Set.of("ChangeSetName", "StackName", "NextToken", "IncludePropertyValues"),
                        sets::describe)
                .with("DeleteChangeSet", one, sets::delete)
                .with(
                        "ExecuteChangeSet",
                        Set.of("ChangeSetName", "StackName", "DisableRollback", "ClientRequestToken"),
                        sets::execute);
    }

    private void create(Form form, Xml result) {
        String type = form.get("ChangeSetType").orElse("UPDATE");
        String name = form.required("ChangeSetName");
        StackRequest request = StackForm.request(form, stacks);
        ChangeSet set = switch (type) {
            case "CREATE" -> {
                Stack stack = stacks.review(request);
                yield new ChangeSet(name, stack, request, Changes.ofNew(stack), true);
            }
            case "UPDATE" -> {
                Changes changes = stacks.planUpdate(request);
                Stack stack = stacks.find(request.name()).orElseThrow();
                yield new ChangeSet(name, stack, request, changes, false);
            }
            default ->
                throw new AwsError(
                        "ValidationError",
                        "ChangeSetType: the embedded AWS covers CREATE, UPDATE, got " + type + ". Use one of these.");
        };
        byId.put(set.id, set);
        result.add("Id", set.id).add("StackId", set.stack.id());
    }

    private void describe(Form form, Xml result) {
        ChangeSet set = named(form);
        boolean empty = set.changes.isEmpty();
        result.add("ChangeSetId", set.id)
                .add("ChangeSetName", set.name)
                .add("StackId", set.stack.id())
                .add("StackName", set.stack.name())
                .add("CreationTime", Instant.ofEpochMilli(set.stack.createdAt()))
                .add("Status", empty ? "FAILED" : "CREATE_COMPLETE")
                .add(
                        "StatusReason",
                        empty
                                ? Optional.of("The submitted information didn't contain changes. Submit different"
                                        + " information to create a change set.")
                                : Optional.empty())
                .add("ExecutionStatus", set.executionStatus())
                .members("Changes", set.changes.resources(), ChangeSets::change);
    }

    private static void change(Xml xml, Changes.Change changed) {
        xml.add("Type", "Resource")
                .add(
                        "ResourceChange",
                        change -> change.add("Action", changed.action())
                                .add("LogicalResourceId", changed.resource().logicalId())
                                .add("ResourceType", changed.resource().type().deployedAs()));
    }

    private void execute(Form form, Xml result) {
        ChangeSet set = named(form);
        if (!set.executionStatus().equals("AVAILABLE")) {
            throw new AwsError(
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + set.id + "] cannot be executed in its current execution status ["
                            + set.executionStatus() + "]");
        }
        if (set.creates) {
            stacks.execute(set.stack);
        } else {
            stacks.executeUpdate(set.stack, set.request);
        }
        set.executed = true;
    }

    private void delete(Form form, Xml result) {
        String stack = form.get("StackName").orElse("");
        Optional<ChangeSet> there = find(form);
        // As on AWS, a change set that is not there is deleted already, if its stack is there.
        if (there.isEmpty() && stacks.find(stack).isEmpty()) {
            throw notFound(form);
        }
        there.ifPresent(set -> byId.remove(set.id));
    }

    /** The newest change set with this name. A deleted stack may have had one with the same name. */
    private Optional<ChangeSet> find(Form form) {
        String name = form.required("ChangeSetName");
        String stack = form.get("StackName").orElse("");
        return byId.values().stream()
                .filter(set -> set.id.equals(name)
                        || (set.name.equals(name)
                                && (set.stack.name().equals(stack)
                                        || set.stack.id().equals(stack))))
                .reduce((older, newer) -> newer);
    }

    private ChangeSet named(Form form) {
        return find(form).orElseThrow(() -> notFound(form));
    }

    private static AwsError notFound(Form form) {
        return new AwsError(
                "ChangeSetNotFound", 404, "ChangeSet [" + form.required("ChangeSetName") + "] does not exist");
    }
}
