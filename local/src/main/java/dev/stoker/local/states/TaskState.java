// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

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
        Template arguments,
        WholeNumber timeout,
        WholeNumber heartbeat,
        Recovery recovery,
        Exit exit)
        implements State {

    static State read(Fields fields, StateReader reader) {
        String resource = fields.requiredString("Resource");
        TaskService service = reader.service(fields, resource);
        Template arguments = reader.arguments(fields, service);
        return new TaskState(
                resource,
                service,
                arguments,
                reader.wholeNumber(fields, "TimeoutSeconds", 1),
                reader.wholeNumber(fields, "HeartbeatSeconds", 1),
                reader.recovery(fields),
                reader.transition(fields, Reach.RESULT));
    }

    @Override
    public String type() {
        return "Task";
    }

    @Override
    public Set<String> targets() {
        return StateReader.targets(exit, recovery);
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
