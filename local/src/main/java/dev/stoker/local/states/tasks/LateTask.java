// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.tasks;

import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import dev.stoker.local.time.Timeline;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A service that starts each call after a delay.
 *
 * @param delayMillis called once for each call
 */
record LateTask(TaskService service, Timeline timeline, LongSupplier delayMillis) implements TaskService {
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
        timeline.after(delayMillis.getAsLong(), () -> service.start(call, reply));
    }
}
