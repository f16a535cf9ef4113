// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.PartlyCreatedException;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.cloudformation.template.Template.Retained;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Creates or deletes a stack's resources, each in a separate event, so that other events can run between them. */
final class StackWork {
    private final Timeline timeline;
    private final Stack stack;
    private final BiFunction<ResourceDeclaration, JsonNode, ResourceRequest> requests;

    StackWork(Timeline timeline, Stack stack, BiFunction<ResourceDeclaration, JsonNode, ResourceRequest> requests) {
        this.timeline = timeline;
        this.stack = stack;
        this.requests = requests;
    }

    void create() {
        stack.becomes("CREATE_IN_PROGRESS", "User Initiated", now());
        Iterator<ResourceDeclaration> order = stack.plan().order().iterator();
        timeline.post(() -> createNext(order));
    }

    private void createNext(Iterator<ResourceDeclaration> order) {
        if (!order.hasNext()) {
            finish();
            return;
        }
        ResourceDeclaration resource = order.next();
        stack.resourceBecomes(resource, "CREATE_IN_PROGRESS", now());
        try {
            JsonNode properties = stack.plan().resolve(resource.properties());
            stack.isMadeWith(resource.logicalId(), properties);
            Deployed deployed = resource.type().create(requests.apply(resource, properties));
            stack.plan().made(resource.logicalId(), deployed);
            stack.resourceBecomes(resource, "CREATE_COMPLETE", deployed, now());
            timeline.post(() -> createNext(order));
        } catch (RuntimeException e) {
            Optional<Deployed> part =
                    e instanceof PartlyCreatedException partly ? Optional.of(partly.part()) : Optional.empty();
            stack.resourceBecomes(resource, "CREATE_FAILED", Optional.of(reason(e)), part, now());
            giveUp("The following resource(s) failed to create: [" + resource.logicalId() + "].");
        }
    }

    private void finish() {
        try {
            stack.fillOutputs();
            stack.becomes("CREATE_COMPLETE", now());
        } catch (AwsError e) {
            giveUp(e.getMessage());
        }
    }

    private void giveUp(String why) {
        if (stack.request().rollback()) {
            stack.becomes("ROLLBACK_IN_PROGRESS", why + " Rollback requested by user.", now());
            removeAll(Retained::whenNew, "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
        } else {
            stack.becomes("CREATE_FAILED", why, now());
        }
    }

    void delete() {
        stack.becomes("DELETE_IN_PROGRESS", "User Initiated", now());
        removeAll(Retained::whenDeleted, "DELETE_COMPLETE", "DELETE_FAILED");
    }

    private void removeAll(Predicate<Retained> keeps, String well, String ill) {
        List<ResourceDeclaration> made = new ArrayList<>();
        stack.plan().order().forEach(resource -> made.add(0, resource));
        made.removeIf(resource -> stack.deployed(resource).isEmpty());
        Iterator<ResourceDeclaration> order = made.iterator();
        timeline.post(() -> removeNext(order, keeps, new ArrayList<>(), well, ill));
    }

    private void removeNext(
            Iterator<ResourceDeclaration> order,
            Predicate<Retained> keeps,
            List<String> failed,
            String well,
            String ill) {
        if (!order.hasNext()) {
            if (failed.isEmpty()) {
                stack.becomes(well, now());
            } else {
                stack.becomes(ill, "The following resource(s) failed to delete: " + failed + ".", now());
            }
            return;
        }
        ResourceDeclaration resource = order.next();
        Deployed deployed = stack.deployed(resource).orElseThrow();
        if (keeps.test(resource.retained())) {
            stack.resourceBecomes(resource, "DELETE_SKIPPED", deployed, now());
        } else if (!isRemoved(resource, deployed)) {
            failed.add(resource.logicalId());
        }
        timeline.post(() -> removeNext(order, keeps, failed, well, ill));
    }

    private boolean isRemoved(ResourceDeclaration resource, Deployed deployed) {
        stack.resourceBecomes(resource, "DELETE_IN_PROGRESS", deployed, now());
        try {
            deployed.deletion().run();
        } catch (RuntimeException e) {
            if (!isGone(e)) {
                stack.resourceBecomes(resource, "DELETE_FAILED", Optional.of(reason(e)), Optional.of(deployed), now());
                return false;
            }
        }
        stack.resourceBecomes(resource, "DELETE_COMPLETE", now());
        return true;
    }

    /** Whether the resource is already deleted, which counts as success. */
    static boolean isGone(RuntimeException e) {
        return e instanceof AwsError error && error.code().equals("ResourceNotFoundException");
    }

    static String reason(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private long now() {
        return timeline.nowMillis();
    }
}
