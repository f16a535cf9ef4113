// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.PartlyCreatedException;
import dev.stoker.local.time.Timeline;
import java.util.HashMap;
import java.util.Map;

/**
 * Creates, updates and deletes nested stacks. Unlike on AWS, each is done as a whole in one event, so an update of a nested
 * stack does not wait for its parent before it deletes what it has replaced.
 */
final class NestedStacks {
    static final String OUTPUTS = "Outputs.";

    private final Timeline timeline;
    private final Stacks stacks;

    NestedStacks(Timeline timeline, Stacks stacks) {
        this.timeline = timeline;
        this.stacks = stacks;
    }

    /**
     * The stack of a name, unless it was deleted, or of an ID.
     *
     * @throws AwsError ValidationError if it does not exist
     */
    Stack require(String nameOrId) {
        return stacks.require(nameOrId);
    }

    /**
     * Creates a nested stack.
     *
     * @throws PartlyCreatedException with the failed stack, which its parent deletes in its rollback
     */
    Deployed create(Stack parent, StackRequest request) {
        Stack nested = stacks.addNested(parent, request);
        WithinOneEvent event = new WithinOneEvent(timeline);
        stacks.work(nested, event).create();
        event.run();
        if (!nested.status().equals("CREATE_COMPLETE")) {
            throw new PartlyCreatedException(
                    failure(nested, "created", nested.failures().strip()), deployed(nested));
        }
        return deployed(nested);
    }

    /**
     * Updates a nested stack, if that changes anything.
     *
     * @throws AwsError ValidationError with the reason
     */
    Deployed update(Stack nested, StackRequest request) {
        if (!stacks.planUpdate(request).isEmpty()) {
            int eventsBefore = nested.events().size();
            WithinOneEvent event = new WithinOneEvent(timeline);
            stacks.executeUpdate(nested, request, event);
            event.run();
            if (!nested.status().equals("UPDATE_COMPLETE")) {
                throw failed(
                        nested, "updated", nested.failuresSince(eventsBefore).strip());
            }
        }
        return deployed(nested);
    }

    private void delete(Stack nested) {
        if (nested.status().equals("DELETE_COMPLETE")) {
            return;
        }
        WithinOneEvent event = new WithinOneEvent(timeline);
        stacks.work(nested, event).delete();
        event.run();
        if (!nested.status().equals("DELETE_COMPLETE")) {
            throw failed(nested, "deleted", nested.reason().orElse(""));
        }
    }

    private Deployed deployed(Stack nested) {
        Map<String, String> attributes = new HashMap<>();
        nested.outputs().forEach((name, value) -> attributes.put(OUTPUTS + name, value));
        return new Deployed(nested.id(), attributes, () -> delete(nested));
    }

    private static AwsError failed(Stack nested, String done, String why) {
        return new AwsError("ValidationError", failure(nested, done, why));
    }

    private static String failure(Stack nested, String done, String why) {
        return "Embedded stack " + nested.id() + " was not successfully " + done + ": " + why;
    }
}
