// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;

/** What a Task state asks of a service. */
public final class TaskCall {

    private final String resource;
    private final Object arguments;
    private final String executionArn;
    private final String state;

    TaskCall(String resource, Object arguments, String executionArn, String state) {
        this.resource = resource;
        this.arguments = arguments;
        this.executionArn = executionArn;
        this.state = state;
    }

    /** The Resource, as the definition names it. */
    public String resource() {
        return resource;
    }

    /** The arguments as JSON text. */
    public String arguments() {
        return Json.text(arguments);
    }

    /** The execution that asks. */
    public String executionArn() {
        return executionArn;
    }

    /** The name of the state that asks. */
    public String state() {
        return state;
    }

    /** The arguments as a value. */
    Object value() {
        return arguments;
    }
}
