// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.PartlyCreatedException;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.template.Template.Plan;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.time.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Updates a stack, each resource in a separate event. Unchanged resources stay, changed resources are updated or
 * replaced, and resources that are no longer in the template are deleted at the end. If something fails, the update is
 * rolled back.
 */
final class StackUpdate {
    private final Timeline timeline;
    private final Stack stack;
    private final StackRequest requestBefore;
    private final Plan before;
    private final BiFunction<ResourceDeclaration, JsonNode, ResourceRequest> requests;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Leftover> leftovers = new ArrayList<>();

    /**
     * A resource to delete at the end.
     *
     * @param resource its declaration
     * @param deployed the deployed resource
     * @param replaced whether another one replaces it
     */
    private record Leftover(ResourceDeclaration resource, Deployed deployed, boolean replaced) {
        boolean isRetained() {
            return replaced
                    ? resource.retained().whenReplaced()
                    : resource.retained().whenDeleted();
        }
    }

    /** Creates an update of a stack that has not changed yet. */
    StackUpdate(Timeline timeline, Stack stack, BiFunction<ResourceDeclaration, JsonNode, ResourceRequest> requests) {
        this.timeline = timeline;
        this.stack = stack;
        this.requestBefore = stack.request();
        this.before = stack.plan();
        this.requests = requests;
    }

    /** Begins. */
    void start(StackRequest request, Plan plan) {
        stack.turnsTo(request, plan, now());
        stack.becomes("UPDATE_IN_PROGRESS", "User Initiated", now());
        Iterator<ResourceDeclaration> order = plan.order().iterator();
        timeline.post(() -> next(order));
    }

    private void next(Iterator<ResourceDeclaration> order) {
        if (!order.hasNext()) {
            finish();
            return;
        }
        ResourceDeclaration resource = order.next();
        try {
            bring(resource);
            timeline.post(() -> next(order));
        } catch (RuntimeException e) {
            Optional<Deployed> there = stack.deployed(resource);
            String failed = there.isEmpty() ? "CREATE_FAILED" : "UPDATE_FAILED";
            stack.resourceBecomes(resource, failed, Optional.of(StackWork.reason(e)), there, now());
            takeBack("The following resource(s) failed to update: [" + resource.logicalId() + "]. ");
        }
    }

    private void bring(ResourceDeclaration resource) {
        String id = resource.logicalId();
        JsonNode properties = stack.plan().resolve(resource.properties());
        Optional<Deployed> there = stack.deployed(resource);
        if (there.isEmpty()) {
            stack.resourceBecomes(resource, "CREATE_IN_PROGRESS", now());
            make(resource, properties, "CREATE_COMPLETE", resource.retained().whenNew());
        } else if (stack.madeOf(id).filter(properties::equals).isPresent()) {
            stack.plan().made(id, there.get());
        } else {
            change(resource, properties, there.get());
        }
    }

    private void make(ResourceDeclaration resource, JsonNode properties, String status, boolean keeps) {
        Deployed made = create(resource, properties);
        if (!keeps) {
            undo.push(() -> made.deletion().run());
        }
        settle(resource, properties, made, status);
    }

    private Deployed create(ResourceDeclaration resource, JsonNode properties) {
        try {
            return resource.type().create(requests.apply(resource, properties));
        } catch (PartlyCreatedException e) {
            undo.push(() -> e.part().deletion().run());
            throw e;
        }
    }

    private void settle(ResourceDeclaration resource, JsonNode properties, Deployed deployed, String status) {
        stack.plan().made(resource.logicalId(), deployed);
        stack.isMadeWith(resource.logicalId(), properties);
        stack.resourceBecomes(resource, status, deployed, now());
    }

    private void change(ResourceDeclaration resource, JsonNode properties, Deployed there) {
        JsonNode old = stack.madeOf(resource.logicalId()).orElseThrow();
        stack.resourceBecomes(resource, "UPDATE_IN_PROGRESS", there, now());
        Optional<Deployed> changed = resource.type().update(requests.apply(resource, properties), old, there);
        if (changed.isPresent()) {
            undo.push(() -> {
                resource.type().update(requests.apply(resource, old), properties, changed.get());
                settle(resource, old, there, "UPDATE_COMPLETE");
            });
            settle(resource, properties, changed.get(), "UPDATE_COMPLETE");
        } else {
            undo.push(() -> settle(resource, old, there, "UPDATE_COMPLETE"));
            make(resource, properties, "UPDATE_COMPLETE", false);
            leftovers.add(0, new Leftover(resource, there, true));
        }
    }

    private void finish() {
        try {
            stack.fillOutputs();
        } catch (AwsError e) {
            takeBack(e.getMessage() + " ");
            return;
        }
        Set<String> wanted = stack.plan().order().stream()
                .map(ResourceDeclaration::logicalId)
                .collect(Collectors.toSet());
        List<Leftover> unwanted = new ArrayList<>();
        before.order().stream()
                .filter(resource -> !wanted.contains(resource.logicalId()))
                .forEach(resource -> stack.deployed(resource)
                        .ifPresent(there -> unwanted.add(0, new Leftover(resource, there, false))));
        leftovers.addAll(0, unwanted);
        stack.becomes("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", now());
        timeline.post(() -> removeNext(leftovers.iterator()));
    }

    /** A resource that cannot be deleted stays, and the update is complete anyway, as on AWS. */
    private void removeNext(Iterator<Leftover> order) {
        if (!order.hasNext()) {
            stack.becomes("UPDATE_COMPLETE", now());
            return;
        }
        Leftover leftover = order.next();
        if (leftover.isRetained()) {
            becomes(leftover, "DELETE_SKIPPED", Optional.empty());
            timeline.post(() -> removeNext(order));
            return;
        }
        becomes(leftover, "DELETE_IN_PROGRESS", Optional.empty());
        try {
            leftover.deployed().deletion().run();
            becomes(leftover, "DELETE_COMPLETE", Optional.empty());
        } catch (RuntimeException e) {
            becomes(
                    leftover,
                    StackWork.isGone(e) ? "DELETE_COMPLETE" : "DELETE_FAILED",
                    Optional.of(StackWork.reason(e)));
        }
        timeline.post(() -> removeNext(order));
    }

    private void becomes(Leftover leftover, String status, Optional<String> why) {
        if (leftover.replaced()) {
            stack.leftoverBecomes(leftover.resource(), status, why, leftover.deployed(), now());
        } else {
            Optional<Deployed> still = Optional.of(leftover.deployed())
                    .filter(deployed ->
                            !Set.of("DELETE_COMPLETE", "DELETE_SKIPPED").contains(status));
            stack.resourceBecomes(leftover.resource(), status, why, still, now());
        }
    }

    private void takeBack(String why) {
        stack.turnsTo(requestBefore, before, now());
        stack.becomes("UPDATE_ROLLBACK_IN_PROGRESS", why, now());
        timeline.post(this::undoNext);
    }

    private void undoNext() {
        if (undo.isEmpty()) {
            stack.forgetAllBut(before.order());
            stack.fillOutputs();
            stack.becomes("UPDATE_ROLLBACK_COMPLETE", now());
            return;
        }
        try {
            undo.pop().run();
            timeline.post(this::undoNext);
        } catch (RuntimeException e) {
            stack.becomes("UPDATE_ROLLBACK_FAILED", StackWork.reason(e), now());
        }
    }

    private long now() {
        return timeline.nowMillis();
    }
}
