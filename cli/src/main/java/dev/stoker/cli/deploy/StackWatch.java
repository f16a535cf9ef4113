// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.output.Doing;
import dev.stoker.cli.promote.Pace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Watches the events of a stack until a change of it has ended. */
final class StackWatch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** What CloudFormation says of resources that it has stopped because another one failed. */
    private static final String STOPPED = "cancelled";

    private final StackCalls stack;
    private final String stackId;
    private final String before;
    private final Pace pace;
    private final String what;
    private final Set<String> known = new HashSet<>();
    private final Set<String> finished = new HashSet<>();
    private Optional<StackEvent> failure = Optional.empty();
    private boolean settled;
    private volatile Doing doing;

    /**
     * Remembers the events so far, so it is created before the change begins.
     *
     * @param before the stack's status
     * @param what a text of the change for people
     */
    StackWatch(StackCalls stack, String stackId, String before, Pace pace, String what) {
        this.stack = stack;
        this.stackId = stackId;
        this.before = before;
        this.pace = pace;
        this.what = what;
        this.doing = new Doing(what, 0);
        known.addAll(stack.events(stackId, Set.of()).stream()
                .map(StackEvent::eventId)
                .collect(Collectors.toSet()));
    }

    Doing doing() {
        return doing;
    }

    /**
     * Waits until the change has ended.
     *
     * @return the stack; empty if it is gone
     */
    Optional<StackState> await() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            look();
            Optional<StackState> now = stack.find(stackId);
            String status = now.map(StackState::status).orElse("");
            // The status may be an old one, even the same as at the end: then only an event shows the end.
            boolean ended = settled || (!status.equals(before) && !isMoving(status));
            if (now.isEmpty() || now.get().isDeleted() || (ended && !isMoving(status))) {
                return now;
            }
            pace.pause(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private void look() {
        List<StackEvent> fresh = stack.events(stackId, known);
        for (StackEvent event : fresh) {
            known.add(event.eventId());
            boolean ofStack = event.logicalResourceId().equals(stack.name());
            String status = String.valueOf(event.resourceStatusAsString());
            String reason = String.valueOf(event.resourceStatusReason());
            if (status.endsWith("_FAILED") && failure.isEmpty() && !reason.contains(STOPPED)) {
                failure = Optional.of(event);
            }
            if (ofStack) {
                settled = !isMoving(status);
            } else if (status.endsWith("_COMPLETE")) {
                finished.add(event.logicalResourceId());
            }
            doing = new Doing(
                    what + ": " + finished.size() + " resources done, " + event.logicalResourceId() + " " + status,
                    doing.step() + 1);
        }
    }

    private static boolean isMoving(String status) {
        return status.endsWith("_IN_PROGRESS");
    }

    /** The first event that tells of a failure of its own. */
    Optional<StackEvent> firstFailure() {
        look();
        return failure;
    }
}
