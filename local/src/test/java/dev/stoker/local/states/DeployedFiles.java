// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import dev.stoker.local.time.VirtualTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The state machines of statemachine/, just as they are deployed, on virtual time and with a scripted Lambda. */
final class DeployedFiles {

    /** The resources that definitions name by substitution. */
    static final Map<String, String> RESOURCES = Map.of(
            "LambdaInvoke", "arn:aws:states:::lambda:invoke",
            "StartSyncExecution", "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
            "GetParameter", "arn:aws:states:::aws-sdk:ssm:getParameter",
            "PutParameter", "arn:aws:states:::aws-sdk:ssm:putParameter",
            "GetFunctionConcurrency", "arn:aws:states:::aws-sdk:lambda:getFunctionConcurrency",
            "MemoryPath", "/stoker/test");

    private static final String LOG_GROUP = "/stoker";
    private static final String LOG_STREAM = "cycles";

    /** Where cycles are logged. */
    private static final Map<String, String> LOG = Map.of(
            "PutLogEvents", "arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents",
            "LogGroup", LOG_GROUP,
            "LogStream", LOG_STREAM,
            "StackName", "test",
            "MetricsNamespace", "");

    private static final Path FOLDER = Path.of(System.getProperty("stoker.root", ".."), "statemachine", "target");

    final VirtualTimeline timeline = new VirtualTimeline(1_795_360_800_000L);
    final ScriptedLambda lambda = new ScriptedLambda(timeline);
    final List<HistoryEvent> history = new ArrayList<>();
    final LogGroups groups = new LogGroups(timeline, TestStepFunctions.ACCOUNT);
    final StepFunctions stepFunctions;
    final StateMachine keepWarm;

    /** What the memory of each target holds; null while it cannot be read. */
    private @Nullable String memory;

    DeployedFiles() {
        this(true);
    }

    DeployedFiles(boolean observed) {
        stepFunctions =
                TestStepFunctions.on(timeline, services(), groups, observed ? history::add : ExecutionObserver.NONE);
        StateMachine fanOut = create("fan-out", "");
        keepWarm = create("keep-warm", fanOut.arn());
    }

    /** No concurrency is reserved here, and the memory cannot be read until it is given. */
    private Map<String, TaskService> services() {
        groups.create(LOG_GROUP).createStream(LOG_STREAM);
        Map<String, TaskService> services = new HashMap<>(lambda.tasks());
        services.putAll(groups.tasks());
        services.put("aws-sdk:ssm:getParameter", new FixedService(this::readMemory));
        services.put(
                "aws-sdk:ssm:putParameter", new FixedService(reply -> reply.succeed(JsonObject.ofPairs("Version", 1))));
        services.put(
                "aws-sdk:lambda:getFunctionConcurrency", new FixedService(reply -> reply.succeed(JsonObject.EMPTY)));
        return services;
    }

    private void readMemory(TaskReply reply) {
        if (memory == null) {
            reply.fail("Ssm.ThrottlingException", "Rate exceeded");
        } else {
            reply.succeed(JsonObject.ofPairs("Parameter", JsonObject.ofPairs("Value", memory)));
        }
    }

    /** Gives every target this memory. */
    void remember(String memory) {
        this.memory = memory;
    }

    /** A service that says the same to everybody. */
    private record FixedService(Consumer<TaskReply> answer) implements TaskService {
        @Override
        public Map<String, String> fields() {
            return Map.of();
        }

        @Override
        public Set<String> requiredFields() {
            return Set.of();
        }

        @Override
        public void start(TaskCall call, TaskReply reply) {
            answer.accept(reply);
        }
    }

    private StateMachine create(String name, String fanOutArn) {
        Map<String, String> substitutions = new HashMap<>(RESOURCES);
        substitutions.putAll(LOG);
        substitutions.put("FanOutArn", fanOutArn);
        String definition = substitute(read(name), substitutions);
        return stepFunctions.createStateMachine(name, "EXPRESS", definition, "arn:aws:iam::123456789012:role/stoker");
    }

    /** Puts a value wherever its name stands as {@code ${name}}, as CloudFormation's DefinitionSubstitutions do. */
    static String substitute(String definition, Map<String, String> values) {
        String substituted = definition;
        for (Map.Entry<String, String> each : values.entrySet()) {
            substituted = substituted.replace("${" + each.getKey() + "}", each.getValue());
        }
        return substituted;
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".asl.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cycles have logged. */
    List<String> log() {
        return groups.named(LOG_GROUP).events().map(LogEvent::message).toList();
    }

    /** Runs one cycle to its end. */
    ExecutionResult cycle(String input) {
        return ended(whenEnded -> stepFunctions.startSyncExecution(keepWarm.arn(), input, whenEnded));
    }

    /** Runs one cycle, as an execution of this name, to its end. */
    ExecutionResult cycle(String name, String input) {
        return ended(whenEnded -> stepFunctions.startSyncExecution(keepWarm.arn(), name, input, whenEnded));
    }

    private ExecutionResult ended(Consumer<Consumer<ExecutionResult>> start) {
        List<ExecutionResult> results = new ArrayList<>();
        start.accept(results::add);
        timeline.runUntilIdle();
        if (results.size() != 1) {
            throw new AssertionError("the execution must end once, but ended " + results.size() + " times");
        }
        return results.get(0);
    }
}
