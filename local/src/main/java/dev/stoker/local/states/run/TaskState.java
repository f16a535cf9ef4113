// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Task state: calls a service and waits for its answer.
 *
 * @param resource the Resource in the definition
 * @param service the service for the Resource
 * @param arguments the arguments, or null for the state's input
 * @param timeout the timeout in seconds, or null for none
 * @param heartbeat evaluated, but without effect, because no service sends heartbeats
 * @param recovery Retry and Catch
 * @param exit the exit after the service has answered
 */
record TaskState(
        String resource,
        TaskService service,
        @Nullable FieldValue arguments,
        @Nullable WholeNumber timeout,
        @Nullable WholeNumber heartbeat,
        Recovery recovery,
        Exit exit)
        implements State {

    @Override
    public String type() {
        return "Task";
    }

    /** The name of an event: a function called by its own ARN has events of its own. */
    String event(String ending) {
        return (TaskCatalogue.isFunction(resource) ? "LambdaFunction" : "Task") + ending;
    }

    /** What its events say of the task. */
    JsonObject described() {
        return JsonObject.ofPairs(
                "resource", TaskCatalogue.action(resource), "resourceType", TaskCatalogue.type(resource));
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
        recovery.handle(visit, failure, () -> enter(visit), () -> {});
    }
}
