// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.template.Template.OutputDeclaration;
import dev.stoker.local.cloudformation.template.Template.Plan;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.cloudformation.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack and its resources. Read it within the timeline's events. */
public final class Stack {
    private final String id;
    private StackRequest request;
    private Plan plan;
    private final long createdAt;
    private final Optional<Stack> parent;
    private final List<StackEvent> events = new ArrayList<>();
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final Map<String, JsonNode> madeWith = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private String status = "REVIEW_IN_PROGRESS"; // until the first change
    private Optional<String> reason = Optional.empty();
    private long updatedAt;
    private long deletedAt;

    Stack(String id, StackRequest request, Plan plan, long createdAt, Optional<Stack> parent) {
        this.id = id;
        this.request = request;
        this.plan = plan;
        this.createdAt = createdAt;
        this.parent = parent;
    }

    /** Its ARN. */
    public String id() {
        return id;
    }

    /** The stack that has it as a resource; empty if it is not nested. */
    Optional<Stack> parent() {
        return parent;
    }

    /** Its name. */
    public String name() {
        return request.name();
    }

    /** Such as CREATE_COMPLETE. */
    public String status() {
        return status;
    }

    /** Why it has this status; empty if there is no reason. */
    public Optional<String> reason() {
        return reason;
    }

    /** Whether no resource is being created, changed or deleted. */
    public boolean isSettled() {
        return !status.endsWith("_IN_PROGRESS") || status.equals("REVIEW_IN_PROGRESS");
    }

    /** The outputs by name; empty until the stack is created. */
    public Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    /** The events, the oldest first. */
    public List<StackEvent> events() {
        return List.copyOf(events);
    }

    /** The reasons of failures, a line each; empty if there are none. */
    public String failures() {
        return failuresSince(0);
    }

    /** The reasons of failures after so many events. */
    String failuresSince(int earlier) {
        StringBuilder lines = new StringBuilder();
        events.stream()
                .skip(earlier)
                .filter(event -> event.status().endsWith("_FAILED"))
                .forEach(event -> lines.append(event.type())
                        .append(' ')
                        .append(event.logicalId())
                        .append(": ")
                        .append(event.reason().orElse(""))
                        .append('\n'));
        return lines.toString();
    }

    public StackRequest request() {
        return request;
    }

    Plan plan() {
        return plan;
    }

    long createdAt() {
        return createdAt;
    }

    /** When its last update began, or 0. */
    long updatedAt() {
        return updatedAt;
    }

    /** Replaces the request and the plan; the resources are changed later. */
    void turnsTo(StackRequest otherRequest, Plan otherPlan, long now) {
        request = otherRequest;
        plan = otherPlan;
        updatedAt = now;
    }

    long deletedAt() {
        return deletedAt;
    }

    List<StackResource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * The existing resources of a type by their logical IDs, each with its resolved properties.
     *
     * @param type after the SAM transform, such as AWS::IAM::Policy
     */
    public Map<String, JsonNode> madeWith(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        resources.values().stream()
                .filter(resource ->
                        resource.type().equals(type) && resource.deployed().isPresent())
                .forEach(resource -> found.put(resource.logicalId(), madeWith.get(resource.logicalId())));
        return found;
    }

    /** The result of Ref for a resource; empty if the resource does not exist. */
    public String physicalId(String logicalId) {
        StackResource resource = resources.get(logicalId);
        return resource == null ? "" : resource.physicalId();
    }

    /** The properties with which a resource was created; empty if it was not created. */
    Optional<JsonNode> madeOf(String logicalId) {
        return Optional.ofNullable(madeWith.get(logicalId));
    }

    /** The deployed resource, if it exists and has this type. */
    Optional<Deployed> deployed(ResourceDeclaration resource) {
        return Optional.ofNullable(resources.get(resource.logicalId()))
                .filter(there -> there.type().equals(resource.type().deployedAs()))
                .flatMap(StackResource::deployed);
    }

    /** Keeps only these resources in the list, without those that a failed update created and deleted again. */
    void forgetAllBut(List<ResourceDeclaration> declared) {
        resources
                .keySet()
                .retainAll(declared.stream().map(ResourceDeclaration::logicalId).toList());
    }

    void isMadeWith(String logicalId, JsonNode properties) {
        madeWith.put(logicalId, properties);
    }

    /** Runs something within an event when the stack is settled, or now if it is settled. */
    public void whenSettled(Runnable listener) {
        if (isSettled()) {
            listener.run();
        } else {
            listeners.add(listener);
        }
    }

    void becomes(String newStatus, long now) {
        becomes(newStatus, Optional.empty(), now);
    }

    void becomes(String newStatus, String why, long now) {
        becomes(newStatus, Optional.of(why), now);
    }

    private void becomes(String newStatus, Optional<String> why, long now) {
        status = newStatus;
        reason = why;
        if (newStatus.equals("DELETE_COMPLETE")) {
            deletedAt = now;
        }
        happened(name(), id, NestedStackResource.TYPE, newStatus, why, now);
        if (isSettled()) {
            List.copyOf(listeners).forEach(Runnable::run);
            listeners.clear();
        }
    }

    void resourceBecomes(ResourceDeclaration resource, String newStatus, long now) {
        resourceBecomes(resource, newStatus, Optional.empty(), Optional.empty(), now);
    }

    void resourceBecomes(ResourceDeclaration resource, String newStatus, Deployed deployed, long now) {
        resourceBecomes(resource, newStatus, Optional.empty(), Optional.of(deployed), now);
    }

    void resourceBecomes(
            ResourceDeclaration resource,
            String newStatus,
            Optional<String> why,
            Optional<Deployed> deployed,
            long now) {
        String type = resource.type().deployedAs();
        StackResource state = new StackResource(resource.logicalId(), type, newStatus, why, deployed, now);
        resources.put(resource.logicalId(), state);
        happened(resource.logicalId(), state.physicalId(), type, newStatus, why, now);
    }

    /** Changes the status of a resource that another one has replaced. */
    void leftoverBecomes(
            ResourceDeclaration resource, String newStatus, Optional<String> why, Deployed leftover, long now) {
        happened(resource.logicalId(), leftover.physicalId(), resource.type().deployedAs(), newStatus, why, now);
    }

    private void happened(
            String logicalId, String physicalId, String type, String newStatus, Optional<String> why, long now) {
        String eventId = logicalId + "-" + newStatus + "-" + events.size();
        events.add(new StackEvent(eventId, logicalId, physicalId, type, newStatus, why, now));
    }

    /** Resolves the outputs, after all resources are created. */
    void fillOutputs() {
        outputs.clear();
        for (OutputDeclaration output : plan.template().outputs()) {
            if (plan.isWanted(output)) {
                JsonNode value = plan.resolve(output.value());
                outputs.put(output.name(), Value.textOf(value, "Outputs." + output.name()));
            }
        }
    }

    /**
     * An event of a stack or of one of its resources.
     *
     * @param id unique in the stack
     * @param logicalId the resource's, or the stack's name
     * @param physicalId empty while there is none
     * @param type AWS::CloudFormation::Stack, or the resource's
     * @param status such as CREATE_COMPLETE
     * @param reason any text; empty if there is none
     * @param atMillis milliseconds since the epoch
     */
    public record StackEvent(
            String id,
            String logicalId,
            String physicalId,
            String type,
            String status,
            Optional<String> reason,
            long atMillis) {}

    /**
     * The current state of a resource of a stack.
     *
     * @param logicalId its name in the template
     * @param type what it is, after the SAM transform
     * @param status such as CREATE_COMPLETE
     * @param reason any text; empty if there is none
     * @param deployed the deployed resource; empty if there is none
     * @param atMillis when the status was set
     */
    record StackResource(
            String logicalId,
            String type,
            String status,
            Optional<String> reason,
            Optional<Deployed> deployed,
            long atMillis) {
        String physicalId() {
            return deployed.map(Deployed::physicalId).orElse("");
        }
    }
}
