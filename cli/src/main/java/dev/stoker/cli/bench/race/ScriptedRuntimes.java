// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.time.VirtualTimeline;

/**
 * Runtimes on virtual time of a function whose invocations end when a script says so.
 *
 * @param time the timeline
 * @param initMillis how long INIT takes
 * @param script what an invocation does
 */
record ScriptedRuntimes(VirtualTimeline time, long initMillis, Script script) implements Runtimes {
    /** What an invocation does. */
    @FunctionalInterface
    interface Script {
        /** Runs an invocation. It calls {@code end} once, in a later event. */
        void run(String event, Runnable end);
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        events.spawned();
        time.at(time.nowMillis() + initMillis, events::initialized);
        return new FunctionRuntime() {
            @Override
            public void invoke(RuntimeInvocation invocation) {
                script.run(
                        invocation.payload().text(), () -> events.answered(invocation.requestId(), Payload.of("{}")));
            }

            @Override
            public Payload log() {
                return Payload.EMPTY;
            }

            @Override
            public void stop() {
                // only idle environments end here
            }
        };
    }

    @Override
    public void close() {
        // there is nothing outside the timeline
    }
}
