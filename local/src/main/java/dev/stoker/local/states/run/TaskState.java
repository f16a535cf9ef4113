// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.tasks.TaskService;
import java.util.Set;

/**
 * Calls a service and waits for its answer.
 *
 * @param resource which one, as the definition names it
 * @param service the one that was found by that name
 * @param arguments what it is called with, or null for the state's input
 * @param timeout seconds until it is given up, or null for no limit of its own
 * @param heartbeat evaluated, and else without effect: no service here sends heartbeats
 * @param recovery what is done about errors
 * @param exit how it is left when the service has answered
 */
record TaskState(
        String resource,
        TaskService service,
        FieldValue arguments,
        WholeNumber timeout,
        WholeNumber heartbeat,
        Recovery recovery,
        Exit exit)
        implements State {

    @Override
    public String type() {
        return "Task";
    }

    @Override
    public Set<String> targets() {
        return recovery.targets(exit);
    }

    @Override
    public void enter(Visit visit) {
        new TaskAttempt(this, visit).start();
    }

    @Override
    public void failed(Visit visit, StateFailed failure) {
        recovery.handle(visit, failure, () -> enter(visit));
    }
}
