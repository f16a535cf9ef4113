// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.util.List;
import java.util.Optional;

/**
 * Functions that know another tool's warm event and nothing else, on virtual time. Each is strict: it fails where the event
 * is another, and so it does where the event would have made it call itself.
 */
final class ToolRuntimes implements Runtimes {
    private static final long INIT_MILLIS = 500;

    /** What a function makes of an event. */
    @FunctionalInterface
    interface Tool {
        /**
         * How long it holds and what it answers; nothing if it does not know the event.
         *
         * @param environmentId of the environment that the event has reached
         */
        Optional<Hold> meet(JsonNode event, String environmentId);
    }

    /**
     * One invocation.
     *
     * @param millis how long it takes
     * @param answer JSON
     */
    record Hold(long millis, String answer) {}

    /** Lets something happen on the timeline. */
    @FunctionalInterface
    interface Later {
        /** After so many milliseconds. */
        void after(long millis, Runnable event);
    }

    private final Later timeline;
    private final Tool tool;
    private final List<String> events;

    /** @param events takes every event that comes */
    ToolRuntimes(Later timeline, Tool tool, List<String> events) {
        this.timeline = timeline;
        this.tool = tool;
        this.events = events;
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents receiver) {
        receiver.spawned();
        timeline.after(INIT_MILLIS, receiver::initialized);
        return new FunctionRuntime() {
            @Override
            public void invoke(RuntimeInvocation invocation) {
                String event = invocation.payload().text();
                events.add(event);
                tool.meet(Cycle.json(event), spec.environmentId())
                        .ifPresentOrElse(
                                hold -> timeline.after(
                                        hold.millis(),
                                        () -> receiver.answered(invocation.requestId(), Payload.of(hold.answer()))),
                                () -> receiver.failed(
                                        invocation.requestId(),
                                        Payload.of("{\"errorMessage\":\"no\",\"errorType\":\"UnknownEvent\"}")));
            }

            @Override
            public Payload log() {
                return Payload.EMPTY;
            }

            @Override
            public void stop() {
                // what comes later is ignored
            }
        };
    }

    @Override
    public void close() {
        // nothing outside the timeline
    }
}
