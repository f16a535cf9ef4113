// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.cloudformation.AccountServices;
import dev.stoker.local.cloudformation.CloudFormationApi;
import dev.stoker.local.cloudformation.Stacks;
import dev.stoker.local.endpoint.lambda.LambdaApi;
import dev.stoker.local.endpoint.states.StatesApi;
import dev.stoker.local.http.Api;
import dev.stoker.local.lambda.Account;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.lambda.faults.Delay;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.logs.ExecutionLogs;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.logs.LogsApi;
import dev.stoker.local.logs.PutLogEvents;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.s3.S3Api;
import dev.stoker.local.scheduler.Schedules;
import dev.stoker.local.ssm.ParameterStore;
import dev.stoker.local.ssm.SsmApi;
import dev.stoker.local.states.StepFunctions;
import dev.stoker.local.states.TaskFaults;
import dev.stoker.local.sts.StsApi;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The services of the account. To be called within the timeline's events.
 *
 * @param lambda functions and their environments
 * @param stepFunctions state machines
 * @param executionLogs what they log, and where
 * @param logGroups CloudWatch Logs
 * @param schedules EventBridge Scheduler
 * @param buckets S3
 * @param parameters SSM's Parameter Store
 * @param stacks CloudFormation
 */
public record Services(
        LambdaService lambda,
        StepFunctions stepFunctions,
        ExecutionLogs executionLogs,
        LogGroups logGroups,
        Schedules schedules,
        Buckets buckets,
        ParameterStore parameters,
        Stacks stacks) {

    static Services start(EmbeddedAwsSettings settings, Timeline timeline) {
        Account account = settings.lambda().account();
        LambdaService lambda = new LambdaService(
                timeline, settings.lambda(), settings.environments().on(timeline), settings.lambdaObserver());
        ParameterStore parameters = new ParameterStore(timeline);
        LogGroups logGroups = new LogGroups(timeline, arn("logs", account, "log-group:"));
        ExecutionLogs logs = new ExecutionLogs(logGroups);
        StepFunctions stepFunctions = new StepFunctions(
                new StepFunctions.Place(account.region(), account.id()),
                timeline,
                settings.seed(),
                new TaskCatalogue(lambda, parameters, new PutLogEvents(logGroups, timeline)).services(),
                settings.taskFaults().and(lateShards(settings.lambda().faults(), timeline)),
                event -> {
                    logs.on(event);
                    settings.executionObserver().on(event);
                });
        Schedules schedules = new Schedules(
                timeline,
                (target, input) -> stepFunctions.startExecution(target, null, input),
                settings.minuteMillis(),
                settings.ticking(),
                settings.failures());
        Buckets buckets = new Buckets(timeline);
        AccountServices deployable = new AccountServices(
                account, stepFunctions, logs, lambda.functions(), logGroups, schedules, parameters, buckets);
        return new Services(
                lambda,
                stepFunctions,
                logs,
                logGroups,
                schedules,
                buckets,
                parameters,
                new Stacks(timeline, deployable, settings.seed()));
    }

    private static TaskFaults lateShards(Faults faults, Timeline timeline) {
        if (faults.shard().equals(Delay.none())) {
            return TaskFaults.NONE;
        }
        // A stream of its own: whether shards are late must not change what else the seed brings.
        Random random = new Random(new SplittableRandom(faults.seed()).nextLong());
        return TaskFaults.lateNestedExecutions(timeline, () -> faults.shard().draw(random));
    }

    /** All that can be asked over HTTP; S3 last, since it takes any path. */
    List<Api> apis(Timeline timeline) {
        Account account = lambda.settings().account();
        return List.of(
                StatesApi.of(stepFunctions, executionLogs, timeline),
                SsmApi.of(parameters, arn("ssm", account, "parameter")),
                LogsApi.of(logGroups, timeline),
                CloudFormationApi.of(stacks),
                StsApi.of(account.id()),
                new LambdaApi(lambda, buckets),
                new S3Api(buckets, account.region()));
    }

    private static String arn(String service, Account account, String resource) {
        return "arn:aws:" + service + ":" + account.region() + ":" + account.id() + ":" + resource;
    }
}
