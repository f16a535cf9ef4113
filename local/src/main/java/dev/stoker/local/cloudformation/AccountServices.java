// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.lambda.Account;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.logs.ExecutionLogs;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.scheduler.Schedules;
import dev.stoker.local.ssm.ParameterStore;
import dev.stoker.local.states.StepFunctions;

/**
 * Where resources are made.
 *
 * @param account whose they are
 * @param stepFunctions takes state machines
 * @param executionLogs takes what state machines log
 * @param functions takes functions
 * @param logGroups takes log groups
 * @param schedules takes schedules
 * @param parameters takes parameters of Systems Manager
 * @param buckets has the files that templates speak of
 */
public record AccountServices(
        Account account,
        StepFunctions stepFunctions,
        ExecutionLogs executionLogs,
        Functions functions,
        LogGroups logGroups,
        Schedules schedules,
        ParameterStore parameters,
        Buckets buckets) {

    /** An ARN of this account. */
    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + account.region() + ":" + account.id() + ":" + resource;
    }
}
