// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Faults between Task states and a service: calls that fail, are late, or are never answered. */
public final class ServiceTrouble {
    static final String GET_PARAMETER = "aws-sdk:ssm:getParameter";
    static final String PUT_PARAMETER = "aws-sdk:ssm:putParameter";
    static final String GET_CONCURRENCY = "aws-sdk:lambda:getFunctionConcurrency";
    static final String START_EXECUTION = "aws-sdk:sfn:startSyncExecution";

    private ServiceTrouble() {}

    /** Decides what happens to a call. */
    @FunctionalInterface
    public interface Fate {
        /** Answers the call, or starts the service. */
        void meet(TaskCall call, TaskService service, TaskReply reply);
    }

    /** Applies a fate to calls whose resource has this prefix. */
    public static Function<VirtualTimeline, TaskFaults> of(String resources, Function<VirtualTimeline, Fate> fate) {
        return timeline -> {
            Fate sealed = fate.apply(timeline);
            return (resource, service) -> resource.startsWith(resources) ? new Fated(service, sealed) : service;
        };
    }

    /** The call fails with this error. */
    static Function<VirtualTimeline, Fate> refused(String error) {
        return timeline -> (call, service, reply) -> reply.fail(error, "the test refuses it");
    }

    /** The call starts late. */
    static Function<VirtualTimeline, Fate> late(long millis) {
        return timeline -> (call, service, reply) -> timeline.after(millis, () -> service.start(call, reply));
    }

    /** The call is never answered. */
    static Function<VirtualTimeline, Fate> silent() {
        return timeline -> (call, service, reply) -> {};
    }

    /** A service with a fate. */
    private record Fated(TaskService service, Fate fate) implements TaskService {
        @Override
        public Map<String, String> fields() {
            return service.fields();
        }

        @Override
        public Set<String> requiredFields() {
            return service.requiredFields();
        }

        @Override
        public void start(TaskCall call, TaskReply reply) {
            fate.meet(call, service, reply);
        }
    }
}
