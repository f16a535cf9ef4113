// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.http.Api;
import dev.stoker.local.time.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The account's stacks. Call the methods within the timeline's events. Work that takes several events continues by
 * itself.
 */
public final class Stacks {
    static final String AUTO_EXPAND = "CAPABILITY_AUTO_EXPAND";

    private static final Set<String> UPDATABLE =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE");

    private final Timeline timeline;
    private final AccountServices services;
    private final Random random;
    private final Planner planner;
    private final Map<String, Stack> byId = new LinkedHashMap<>();

    /**
     * Creates the service without stacks.
     *
     * @param seed the seed of generated names and IDs
     */
    public Stacks(Timeline timeline, AccountServices services, long seed) {
        this.timeline = timeline;
        this.services = services;
        this.random = new Random(seed);
        Map<String, ResourceType> types = services.types();
        this.planner = new Planner(services, types);
        types.put(NestedStackResource.TYPE, new NestedStackResource(new NestedStacks(timeline, this), planner));
    }

    /**
     * Begins to create a stack.
     *
     * @throws AwsError AlreadyExistsException; InsufficientCapabilitiesException; ValidationError with all problems of
     *     the template and its parameters
     */
    public Stack create(StackRequest request) {
        Stack stack = plan(request, request.capabilities().contains(AUTO_EXPAND));
        byId.put(stack.id(), stack);
        execute(stack);
        return stack;
    }

    /** Plans and checks a stack for a change set without creating it. */
    Stack review(StackRequest request) {
        Stack stack = plan(request, true);
        stack.becomes("REVIEW_IN_PROGRESS", "User Initiated", timeline.nowMillis());
        byId.put(stack.id(), stack);
        return stack;
    }

    void execute(Stack stack) {
        work(stack).create();
    }

    /**
     * Begins to update a stack.
     *
     * @throws AwsError InsufficientCapabilitiesException; ValidationError with all problems of the template and its
     *     parameters, or if the stack does not exist, is being changed, or would not change
     */
    public Stack update(StackRequest request) {
        Stack stack = updatable(request.name());
        if (planUpdate(request).isEmpty()) {
            throw new AwsError("ValidationError", "No updates are to be performed.");
        }
        executeUpdate(stack, request);
        return stack;
    }

    /** A stack that can be updated now. */
    private Stack updatable(String name) {
        Stack stack = require(name);
        if (!stack.isSettled() || !UPDATABLE.contains(stack.status())) {
            throw new AwsError(
                    "ValidationError",
                    "Stack:" + stack.id() + " is in " + stack.status() + " state and can not be updated.");
        }
        return stack;
    }

    /** Checks an update and returns its changes without making them. */
    Changes planUpdate(StackRequest request) {
        Stack stack = updatable(request.name());
        return Changes.between(stack, planner.plan(request, true, stack.id()));
    }

    void executeUpdate(Stack stack, StackRequest request) {
        executeUpdate(stack, request, timeline);
    }

    void executeUpdate(Stack stack, StackRequest request, Timeline steps) {
        updatable(stack.name());
        new StackUpdate(steps, stack, requestsOf(stack)).start(request, planner.plan(request, true, stack.id()));
    }

    private Stack plan(StackRequest request, boolean mayTransform) {
        if (!request.name().matches("[a-zA-Z][-a-zA-Z0-9]{0,127}")) {
            throw new AwsError(
                    "ValidationError",
                    "1 validation error detected: Value '" + request.name() + "' at 'stackName' failed to satisfy"
                            + " constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
        return plan(request, mayTransform, Optional.empty());
    }

    /** Plans and checks a stack without creating it. */
    private Stack plan(StackRequest request, boolean mayTransform, Optional<Stack> parent) {
        find(request.name()).filter(there -> !isOnlyReviewed(there)).ifPresent(there -> {
            throw new AwsError("AlreadyExistsException", "Stack [" + request.name() + "] already exists");
        });
        String id = find(request.name())
                .map(Stack::id)
                .orElseGet(() -> services.arn(
                        "cloudformation",
                        "stack/" + request.name() + "/" + new UUID(random.nextLong(), random.nextLong())));
        return new Stack(id, request, planner.plan(request, mayTransform, id), timeline.nowMillis(), parent);
    }

    /** Whether it has change sets but was never created. Another change set may take its place. */
    private static boolean isOnlyReviewed(Stack stack) {
        return stack.status().equals("REVIEW_IN_PROGRESS");
    }

    /**
     * Begins to delete a stack. Does nothing if the stack does not exist.
     *
     * @throws AwsError ValidationError while it is being created
     */
    public void delete(String nameOrId) {
        find(nameOrId)
                .filter(stack -> !stack.status().equals("DELETE_COMPLETE"))
                .ifPresent(stack -> {
                    if (!stack.isSettled()) {
                        throw new AwsError(
                                "ValidationError",
                                "Stack:" + stack.id() + " is in " + stack.status()
                                        + " state and can not be deleted. Wait for" + " its end.");
                    }
                    work(stack).delete();
                });
    }

    private StackWork work(Stack stack) {
        return work(stack, timeline);
    }

    StackWork work(Stack stack, Timeline steps) {
        return new StackWork(steps, stack, requestsOf(stack));
    }

    /** Plans a nested stack, and adds it to the stacks. */
    Stack addNested(Stack parent, StackRequest request) {
        Stack nested = plan(request, request.capabilities().contains(AUTO_EXPAND), Optional.of(parent));
        byId.put(nested.id(), nested);
        return nested;
    }

    /** Planner of templates. */
    Planner planner() {
        return planner;
    }

    /**
     * The stack of a name, unless it was deleted, or of an ID.
     *
     * @throws AwsError ValidationError if it does not exist
     */
    Stack require(String nameOrId) {
        return find(nameOrId)
                .orElseThrow(() -> new AwsError("ValidationError", "Stack [" + nameOrId + "] does not exist"));
    }

    private BiFunction<ResourceDeclaration, JsonNode, ResourceRequest> requestsOf(Stack stack) {
        return (resource, properties) ->
                services.request(stack.name(), random, stack.request().folder(), resource.logicalId(), properties);
    }

    /** The protocol in front of them. */
    public Api endpoint() {
        return CloudFormationApi.of(this);
    }

    /** Finds a stack by its name, unless it was deleted, or by its ID. */
    public Optional<Stack> find(String nameOrId) {
        Stack byItsId = byId.get(nameOrId);
        return byItsId != null
                ? Optional.of(byItsId)
                : all().stream()
                        .filter(stack -> stack.name().equals(nameOrId))
                        .filter(stack -> !stack.status().equals("DELETE_COMPLETE"))
                        .findFirst();
    }

    /** All stacks, including deleted ones, the newest first. */
    public List<Stack> all() {
        List<Stack> all = new ArrayList<>();
        byId.values().forEach(stack -> all.add(0, stack));
        return all;
    }

    /**
     * A request to create or update a stack.
     *
     * @param name of the stack
     * @param template YAML or JSON
     * @param parameters values by name
     * @param capabilities such as CAPABILITY_IAM
     * @param folder the folder of the template's local files; null to allow none
     * @param tags by their keys; stored without effect
     * @param rollback whether to delete created resources if one cannot be created
     */
    public record StackRequest(
            String name,
            String template,
            Map<String, String> parameters,
            Set<String> capabilities,
            @Nullable Path folder,
            Map<String, String> tags,
            boolean rollback) {
        /** All capabilities. */
        public static final Set<String> ALL_CAPABILITIES = Set.of("CAPABILITY_IAM", AUTO_EXPAND);

        /** Copies the collections. */
        public StackRequest {
            parameters = Map.copyOf(parameters);
            capabilities = Set.copyOf(capabilities);
            tags = Map.copyOf(tags);
        }

        /** The request with other parameters. */
        public StackRequest withParameters(Map<String, String> other) {
            return new StackRequest(name, template, other, capabilities, folder, tags, rollback);
        }

        /** A request with a template whose files are read from a local folder. */
        public static StackRequest of(
                String name, String template, @Nullable Path folder, Map<String, String> parameters) {
            return new StackRequest(name, template, parameters, ALL_CAPABILITIES, folder, Map.of(), true);
        }
    }
}
