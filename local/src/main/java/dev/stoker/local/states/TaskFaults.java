// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.time.Timeline;
import java.util.function.LongSupplier;

/**
 * What goes wrong between Task states and the services that they call: nested executions that start late, and whatever a test
 * likes, which may delay a call, refuse it, or never answer.
 */
@FunctionalInterface
public interface TaskFaults {
    /** Nothing goes wrong. */
    TaskFaults NONE = (resource, service) -> service;

    /**
     * Puts itself before a service.
     *
     * @param resource what follows {@code arn:aws:states:::}, such as {@code aws-sdk:ssm:getParameter}
     * @param service what is called
     * @return what is called instead, with the same fields
     */
    TaskService before(String resource, TaskService service);

    /** These and others, which stand nearer to the service. */
    default TaskFaults and(TaskFaults others) {
        return (resource, service) -> before(resource, others.before(resource, service));
    }

    /**
     * Nested executions start late.
     *
     * @param delayMillis asked once for each, milliseconds
     */
    static TaskFaults lateNestedExecutions(Timeline timeline, LongSupplier delayMillis) {
        return (resource, service) ->
                resource.equals(StartSyncExecution.KEY) ? new LateTask(service, timeline, delayMillis) : service;
    }
}
