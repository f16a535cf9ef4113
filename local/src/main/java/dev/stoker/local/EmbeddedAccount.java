// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.runtime.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import dev.stoker.local.ssm.ParameterStore.StoredParameter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is in the account of an embedded AWS, as far as one sets a scene there or looks at it without a client. Functions are named
 * as in AWS's own requests: by name, partial ARN or ARN. Everything is to be called within an event: see {@link EmbeddedAws#call}.
 */
public final class EmbeddedAccount {
    /** What a function gets that is created here: as the template's sample has it. */
    private static final int MEMORY_MEGABYTES = 512;

    private static final int TIMEOUT_SECONDS = 30;

    private final Services services;

    EmbeddedAccount(Services services) {
        this.services = services;
    }

    /** Such as us-east-1. */
    public String region() {
        return services.account().region();
    }

    /** A function's ARN without a qualifier, whether the function is there or not. */
    public String functionArn(String name) {
        return services.account().functionArn(name);
    }

    /**
     * Creates a function of 512 MB and 30 seconds, as the template's sample has them.
     *
     * @param handler {@code Class::method} or {@code Class}
     * @param code its package; empty if only modelled environments will ever run it
     * @param variables its environment variables
     * @return its ARN
     */
    public String createFunction(String name, String handler, Optional<byte[]> code, Map<String, String> variables) {
        FunctionCode unpacked = code.map(Payload::of).map(FunctionCode::of).orElse(null);
        return services.lambda()
                .functions()
                .create(FunctionDefinition.of(name, "java21", handler, unpacked)
                        .withVariables(variables)
                        .withMemoryMegabytes(MEMORY_MEGABYTES)
                        .withTimeoutSeconds(TIMEOUT_SECONDS))
                .arn();
    }

    /** Gives a function another size. */
    public void resizeFunction(String function, int memoryMegabytes, int timeoutSeconds) {
        update(function, old -> old.withMemoryMegabytes(memoryMegabytes).withTimeoutSeconds(timeoutSeconds));
    }

    /** Gives a function further environment variables, or others of the same names. */
    public void addVariables(String function, Map<String, String> variables) {
        update(function, old -> {
            Map<String, String> all = new HashMap<>(old.variables());
            all.putAll(variables);
            return old.withVariables(all);
        });
    }

    private void update(String function, UnaryOperator<FunctionDefinition> change) {
        services.lambda().functions().update(function, change);
    }

    /** Publishes what a function is now, under the name of a new alias. */
    public void publish(String function, String alias) {
        String version = services.lambda().functions().publishVersion(function).version();
        services.lambda().functions().createAlias(function, alias, version, null, Map.of());
    }

    /** Sets concurrency aside for a function, which then never has more. */
    public void reserve(String function, int environments) {
        services.lambda().reserve(function, environments);
    }

    /** Readies a function for its first environment; may take a second. Nothing of the function runs. */
    public void prepare(String function) {
        services.lambda().prepare(function);
    }

    /** The status of each stack that ever was, by its name; of two of one name the latest. */
    public Map<String, String> stacks() {
        Map<String, String> statuses = new TreeMap<>();
        services.stacks().all().forEach(stack -> statuses.putIfAbsent(stack.name(), stack.status()));
        return statuses;
    }

    /** Whether Lambda has such a function, with its alias or version if the name has one. */
    public boolean hasFunction(String function) {
        return services.lambda().functions().find(function).isPresent();
    }

    /** The memory of a function, in MB; empty if there is no such function. */
    public Optional<Integer> memoryMegabytes(String function) {
        return services.lambda().functions().find(function).map(FunctionDefinition::memoryMegabytes);
    }

    /** Invokes a function in this very event; takes the outcome in another one. */
    public void invoke(String function, String payload, Consumer<InvokeOutcome> callback) {
        services.lambda().invoke(InvokeRequest.of(function, Payload.of(payload)), callback);
    }

    /** What was counted of a function. */
    public FunctionReport report(String function) {
        return services.lambda().report(function);
    }

    /** The value of a parameter of the Parameter Store. */
    public Optional<String> parameter(String name) {
        return services.parameters().find(name).map(StoredParameter::value);
    }

    /** Sets a text in the Parameter Store, whether it is there or not. */
    public void putParameter(String name, String value) {
        services.parameters().put(name, value, "String", true);
    }

    /** When the one schedule of the account ticks, such as rate(4 minutes). */
    public String schedule() {
        return theSchedule().expression();
    }

    /**
     * Lets the one schedule of the account tick from now on, the first time at once.
     *
     * @param input what it starts its target with; empty for what it has
     */
    public void startSchedule(Optional<String> input) {
        ScheduleDefinition ticking = theSchedule().with(true);
        services.schedules().update(input.map(ticking::withInput).orElse(ticking));
    }

    /** Pauses the one schedule of the account; what it has started goes on. */
    public void pauseSchedule() {
        services.schedules().update(theSchedule().with(false));
    }

    private ScheduleDefinition theSchedule() {
        return services.schedules().list().get(0).definition();
    }
}
