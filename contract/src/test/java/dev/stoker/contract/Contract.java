// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.waiters.LambdaWaiter;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The deployed stack of one run of the suite, and a factory for target functions.
 *
 * <p>The stack has no parameter except a paused schedule, so it contains the sample. All names are unique, so that runs
 * do not conflict.
 */
final class Contract implements AutoCloseable {
    private final Account account;
    private final boolean isLocalStack;
    private final Optional<URI> endpoint;
    private final String run = "stoker-contract-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger functions = new AtomicInteger();
    private final Deque<AutoCloseable> undo = new ArrayDeque<>();
    private final Bucket bucket;
    private final URL template;
    private final Memory memory;
    private final LambdaWaiter waiter;
    private final Map<String, String> outputs;
    private final KeepWarm keepWarm;
    private final String role;

    private Contract(Account account, boolean isLocalStack, Optional<URI> endpoint) {
        this.isLocalStack = isLocalStack;
        this.endpoint = endpoint;
        this.account = account;
        undo.push(account);
        try {
            Path root = root();
            this.bucket = later(Bucket.create(account.s3(), run));
            this.template = bucket.url(bucket.put(
                    "template.yaml",
                    PackagedTemplate.upload(root.resolve("infra/template.yaml"), bucket)
                            .getBytes(StandardCharsets.UTF_8)));
            bucket.put("functions.jar", CodeJar.with(root.resolve("functions/sample/target/sample.jar")));
            this.memory = later(new Memory(account.ssm(), run));
            Stack stack = later(create(run, Map.of("ScheduleState", "DISABLED")));
            this.outputs = stack.awaitCreation().outputs();
            this.keepWarm = keepWarmOf(outputs);
            String sample = output(outputs, "SampleFunctionArn");
            this.role = account.lambda()
                    .getFunctionConfiguration(request -> request.functionName(sample))
                    .role();
            this.waiter = later(LambdaWaiter.builder()
                    .client(account.lambda())
                    .overrideConfiguration(Patience.lookingEvery(Duration.ofMillis(100)))
                    .build());
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    static Contract deployedAt(Home home) {
        return new Contract(Account.at(home.endpoint()), home.isLocalStack(), home.endpoint());
    }

    /** Whether the run is at LocalStack, see {@link Home#isLocalStack}. */
    boolean isLocalStack() {
        return isLocalStack;
    }

    /** The stack's outputs. */
    Map<String, String> outputs() {
        return outputs;
    }

    /** The deployed state machine. */
    KeepWarm keepWarm() {
        return keepWarm;
    }

    /** The client that starts executions. */
    SfnClient stepFunctions() {
        return account.stepFunctions();
    }

    /** Runs stoker promote with the run's stack. */
    CommandRun promote(List<String> options) {
        return stoker(Stream.concat(Stream.of("promote", "--state-machine", keepWarm.arn()), options.stream())
                .toArray(String[]::new));
    }

    /** Runs a command of {@code stoker} here. */
    CommandRun stoker(String... arguments) {
        return CommandRun.at(endpoint, arguments);
    }

    /** The name of the run's stack. */
    String stackName() {
        return run;
    }

    /** Writes into the log of the run's stack what keep-warm writes on AWS. LocalStack's Step Functions does not support that call. */
    void logAsOnAws(Cycle... cycles) {
        if (isLocalStack) {
            account.logs()
                    .putLogEvents(request -> request.logGroupName(requireNonNull(outputs.get("LogGroupName")))
                            .logStreamName("cycles")
                            .logEvents(Stream.of(cycles)
                                    .map(cycle -> InputLogEvent.builder()
                                            .timestamp(System.currentTimeMillis())
                                            .message(requireNonNull(cycle.output()))
                                            .build())
                                    .toList()));
        }
    }

    /** The memory of the run's stack. */
    Memory memory() {
        return memory;
    }

    /** Deploys another stack of the same template with other parameters. Close it after use. */
    Stack deploy(String suffix, Map<String, String> parameters) {
        return create(run + "-" + suffix, parameters).awaitCreation();
    }

    /**
     * Deploys a template of a user, in which {@code {bucket}} is the bucket with {@code functions.jar}, and {@code
     * {template}} the URL of the template of Stoker. Close it after use.
     */
    Stack deployApplication(String suffix, String text) {
        String filled = text.replace("{bucket}", bucket.name()).replace("{template}", template.toString());
        String key = bucket.put(suffix + ".yaml", filled.getBytes(StandardCharsets.UTF_8));
        return Stack.create(account.cloudFormation(), run + "-" + suffix, bucket.url(key), Map.of())
                .awaitCreation();
    }

    /** What is left of a stack: itself, its memory, the log of its cycles, and what the command line has uploaded for it. */
    List<String> remainsOf(String stack) {
        List<String> remains = new ArrayList<>();
        account.cloudFormation().describeStacks().stacks().stream()
                .map(found -> found.stackName() + " " + found.stackStatusAsString())
                .filter(found -> found.startsWith(stack + " ") && !found.endsWith("DELETE_COMPLETE"))
                .forEach(remains::add);
        account.ssm()
                .getParametersByPath(ask -> ask.path("/stoker/" + stack).recursive(true))
                .parameters()
                .forEach(parameter -> remains.add(parameter.name()));
        account.logs()
                .describeLogGroups(ask -> ask.logGroupNamePrefix("/aws/vendedlogs/states/" + stack))
                .logGroups()
                .forEach(group -> remains.add(group.logGroupName()));
        account.s3().listBuckets().buckets().stream()
                .filter(found -> found.name().startsWith("stoker-"))
                .flatMap(found -> account
                        .s3()
                        .listObjectsV2(ask -> ask.bucket(found.name()).prefix("stoker/" + stack + "/"))
                        .contents()
                        .stream())
                .forEach(file -> remains.add(file.key()));
        return remains;
    }

    /** The state machine of a stack. */
    KeepWarm keepWarmOf(Map<String, String> outputs) {
        return new KeepWarm(account.stepFunctions(), output(outputs, "KeepWarmArn"));
    }

    private static String output(Map<String, String> outputs, String name) {
        return requireNonNull(outputs.get(name), name);
    }

    /** A valid name of a function that does not exist. */
    String nameOfNoFunction() {
        return run + "-none";
    }

    /** The template's sample; do not close it, because it is deleted with its stack. */
    TargetFunction deployedSample() {
        String sample = output(outputs, "SampleFunctionArn");
        return new TargetFunction(account, sample, sample);
    }

    /** Creates a function and waits until it can be invoked. */
    TargetFunction create(FunctionSpec spec) {
        String name = run + "-" + functions.incrementAndGet();
        CreateFunctionResponse created = account.lambda()
                .createFunction(request -> request.functionName(name)
                        .runtime(Runtime.JAVA17)
                        .handler(spec.handler())
                        .memorySize(512)
                        .timeout(spec.timeoutSeconds())
                        .environment(variables -> variables.variables(spec.environment()))
                        .role(role)
                        .code(code -> code.s3Bucket(bucket.name()).s3Key("functions.jar")));
        waiter.waitUntilFunctionActiveV2(request -> request.functionName(name));
        return new TargetFunction(account, name, created.functionArn());
    }

    /**
     * Creates a function in another language than Java, behind Stoker's library, and waits until it can be invoked.
     *
     * @throws InvalidParameterValueException if the runtime cannot run here
     */
    TargetFunction create(OtherFunction spec) {
        return create(spec.runtime(), spec.handler(), spec.environment(), spec.zip(root()));
    }

    /**
     * Creates a function with a package of its own, without Stoker's library.
     *
     * @throws InvalidParameterValueException if the runtime cannot run here
     */
    TargetFunction create(String runtime, String handler, byte[] zip) {
        return create(runtime, handler, Map.of(), zip);
    }

    private TargetFunction create(String runtime, String handler, Map<String, String> environment, byte[] zip) {
        String name = run + "-" + functions.incrementAndGet();
        bucket.put(name + ".zip", zip);
        CreateFunctionResponse created = account.lambda()
                .createFunction(request -> request.functionName(name)
                        .runtime(runtime)
                        .handler(handler)
                        .memorySize(512)
                        .timeout(30)
                        .environment(variables -> variables.variables(environment))
                        .role(role)
                        .code(code -> code.s3Bucket(bucket.name()).s3Key(name + ".zip")));
        waiter.waitUntilFunctionActiveV2(request -> request.functionName(name));
        return new TargetFunction(account, name, created.functionArn());
    }

    private Stack create(String name, Map<String, String> parameters) {
        return Stack.create(account.cloudFormation(), name, template, parameters);
    }

    private <T extends AutoCloseable> T later(T made) {
        undo.push(made);
        return made;
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("infra/template.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + Path.of("").toAbsolutePath()
                + " has an infra/template.yaml. Run the tests inside the repository.");
    }

    /** Deletes everything that was created, even after a failure. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!undo.isEmpty()) {
            try {
                undo.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("the suite left something behind: " + e.getMessage(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
