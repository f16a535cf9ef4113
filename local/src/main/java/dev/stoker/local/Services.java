// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.account.Account;
import dev.stoker.local.cloudformation.Stacks;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.http.Api;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.lambda.environments.Fleet.FunctionLogs;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.scheduler.Schedules;
import dev.stoker.local.sqs.Queues;
import dev.stoker.local.ssm.ParameterStore;
import dev.stoker.local.states.StepFunctions;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.sts.CallerIdentity;
import dev.stoker.local.time.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The services of the account. Call them within the timeline's events.
 *
 * @param account the account
 * @param lambda functions and their environments
 * @param stepFunctions state machines
 * @param logGroups CloudWatch Logs
 * @param schedules EventBridge Scheduler
 * @param buckets S3
 * @param parameters SSM's Parameter Store
 * @param queues SQS
 * @param stacks CloudFormation
 */
record Services(
        Account account,
        LambdaService lambda,
        StepFunctions stepFunctions,
        LogGroups logGroups,
        Schedules schedules,
        Buckets buckets,
        ParameterStore parameters,
        Queues queues,
        Stacks stacks) {
    static Services start(EmbeddedAwsSettings settings, Timeline timeline) {
        Account account = settings.lambda().account();
        LogGroups logGroups = new LogGroups(timeline, account);
        // On virtual time there are millions of invocations a second, and the models write no logs.
        FunctionLogs functionLogs = settings.virtualTime().isPresent() ? FunctionLogs.NONE : logGroups::write;
        LambdaService lambda = new LambdaService(
                timeline,
                settings.lambda(),
                settings.environments().on(timeline),
                settings.lambdaObserver(),
                functionLogs);
        ParameterStore parameters = new ParameterStore(timeline);
        StepFunctions stepFunctions = new StepFunctions(
                account,
                timeline,
                settings.seed(),
                tasks(lambda.tasks(), parameters.tasks(), logGroups.tasks()),
                settings.taskFaults().and(lateShards(settings.lambda().faults(), timeline)),
                logGroups,
                settings.executionObserver());
        Queues queues = new Queues(timeline, account);
        Schedules schedules = new Schedules(
                timeline,
                account,
                stepFunctions::startExecution,
                queues::send,
                settings.minuteMillis(),
                settings.ticking(),
                settings.failures());
        Buckets buckets = new Buckets(timeline);
        AccountServices deployable = new AccountServices(
                account, stepFunctions, lambda.functions(), logGroups, schedules, parameters, buckets, queues);
        Stacks stacks = new Stacks(timeline, deployable, settings.seed());
        return new Services(account, lambda, stepFunctions, logGroups, schedules, buckets, parameters, queues, stacks);
    }

    /** All task integrations of the services, in one catalogue. */
    @SafeVarargs
    private static Map<String, TaskService> tasks(Map<String, TaskService>... ofServices) {
        Map<String, TaskService> all = new HashMap<>();
        for (Map<String, TaskService> ofService : ofServices) {
            all.putAll(ofService);
        }
        return all;
    }

    private static TaskFaults lateShards(Faults faults, Timeline timeline) {
        if (faults.shard().equals(Delay.none())) {
            return TaskFaults.NONE;
        }
        // A separate random generator, so that late shards do not change the other random choices of a seed.
        Random random = new Random(new SplittableRandom(faults.seed()).nextLong());
        return TaskFaults.late(
                StepFunctions.NESTED_EXECUTION, timeline, () -> faults.shard().draw(random));
    }

    /** All services with an HTTP protocol. S3 is last, because it accepts any path. */
    List<Api> endpoints() {
        return List.of(
                stepFunctions.endpoint(),
                parameters.endpoint(account),
                logGroups.endpoint(),
                stacks.endpoint(),
                new CallerIdentity(account).endpoint(),
                lambda.endpoint(buckets),
                lambda.metrics(),
                schedules.endpoint(),
                queues.endpoint(),
                buckets.endpoint(account));
    }
}
