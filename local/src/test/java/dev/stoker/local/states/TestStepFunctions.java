// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.Account;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.Timeline;
import java.util.Map;

/** Makes the Step Functions that tests run on: one seed, no faults. */
final class TestStepFunctions {
    static final Account ACCOUNT = new Account("us-east-1", "123456789012");

    private TestStepFunctions() {}

    static StepFunctions on(Timeline timeline, Map<String, TaskService> services, ExecutionObserver observer) {
        return on(timeline, services, new LogGroups(timeline, ACCOUNT), observer);
    }

    static StepFunctions on(
            Timeline timeline, Map<String, TaskService> services, LogGroups groups, ExecutionObserver observer) {
        return new StepFunctions(ACCOUNT, timeline, 7, services, TaskFaults.NONE, groups, observer);
    }
}
