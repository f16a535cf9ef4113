// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * What goes wrong between Task states and the services that they call: a port for tests, which may delay a call, refuse it, or
 * never answer.
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
}
