// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import dev.stoker.local.scheduler.Schedules.ScheduleDescription;
import dev.stoker.local.ssm.ParameterStore.StoredParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The resources in the account of an embedded AWS, for code that creates or reads them without a client. Functions are
 * named as in AWS's own requests: by name, partial ARN or ARN. Call all methods within an event, see
 * {@link EmbeddedAws#call}.
 */
public final class EmbeddedAccount {
    /** The memory of a function that is created here, the same as for the template's sample. */
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

    /** The ARN of a function without a qualifier. The function need not exist. */
    public String functionArn(String name) {
        return services.account().functionArn(name);
    }

    /**
     * Creates a function of 512 MB and 30 seconds, as the template's sample has them.
     *
     * @param handler {@code Class::method} or {@code Class}
     * @param code its package; empty if only modelled environments run it
     * @param variables its environment variables
     * @return its ARN
     */
    public String createFunction(String name, String handler, Optional<byte[]> code, Map<String, String> variables) {
        FunctionCode unpacked = code.map(Functions::readPackage).orElse(null);
        return services.lambda()
                .functions()
                .create(FunctionDefinition.of(name, "java21", handler, unpacked)
                        .withVariables(variables)
                        .withMemoryMegabytes(MEMORY_MEGABYTES)
                        .withTimeoutSeconds(TIMEOUT_SECONDS))
                .arn();
    }

    /**
     * Creates a function of 512 MB and 30 seconds, as the template's sample has them, with layers of its own.
     *
     * @return its ARN
     */
    public String createFunction(NewFunction wanted) {
        Functions functions = services.lambda().functions();
        List<LayerVersion> layers = wanted.layers().stream()
                .map(layer -> functions.publishLayer(wanted.name(), layer))
                .toList();
        return functions
                .create(FunctionDefinition.of(wanted.name(), wanted.runtime(), wanted.handler(), wanted.code())
                        .withLayers(LayerStack.of(layers))
                        .withVariables(wanted.variables())
                        .withMemoryMegabytes(MEMORY_MEGABYTES)
                        .withTimeoutSeconds(TIMEOUT_SECONDS))
                .arn();
    }

    /** Changes the memory and the timeout of a function. */
    public void resizeFunction(String function, int memoryMegabytes, int timeoutSeconds) {
        update(function, old -> old.withMemoryMegabytes(memoryMegabytes).withTimeoutSeconds(timeoutSeconds));
    }

    /** Adds environment variables to a function, or replaces those with the same names. */
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

    /** Publishes a version of a function and creates an alias for it. */
    public void publish(String function, String alias) {
        String version = services.lambda().functions().publishVersion(function).version();
        services.lambda().functions().createAlias(function, alias, version);
    }

    /** Sets the reserved concurrency of a function. */
    public void reserve(String function, int environments) {
        services.lambda().reserve(function, environments);
    }

    /** Prepares a function for its first environment, which may take a second. No code of the function runs. */
    public void prepare(String function) {
        services.lambda().prepare(function);
    }

    /** The status of each stack, including deleted ones, by name. If two have the same name, the latest counts. */
    public Map<String, String> stacks() {
        Map<String, String> statuses = new TreeMap<>();
        services.stacks().all().forEach(stack -> statuses.putIfAbsent(stack.name(), stack.status()));
        return statuses;
    }

    /** The memory of a function, in MB; empty if the function does not exist. */
    public Optional<Integer> memoryMegabytes(String function) {
        return services.lambda().functions().find(function).map(FunctionDefinition::memoryMegabytes);
    }

    /** Invokes a function in this event. The outcome follows in a later event. */
    public void invoke(String function, String payload, Consumer<InvokeOutcome> callback) {
        services.lambda().invoke(InvokeRequest.of(function, Payload.of(payload)), callback);
    }

    /** The counts of a function. */
    public FunctionReport report(String function) {
        return services.lambda().report(function);
    }

    /** The value of a parameter of the Parameter Store. */
    public Optional<String> parameter(String name) {
        return services.parameters().find(name).map(StoredParameter::value);
    }

    /** Creates or changes a parameter. */
    public void putParameter(String name, String value) {
        services.parameters().put(name, value, Optional.of("String"), true);
    }

    /** The account's only schedule. */
    public SchedulePlan schedule() {
        ScheduleDescription schedule = theSchedule();
        ScheduleDefinition definition = schedule.definition();
        return new SchedulePlan(
                definition.expression(),
                definition.enabled(),
                definition.target().input(),
                schedule.nextTickAt());
    }

    /**
     * Updates the account's only schedule, outside of its stack. If it is enabled, the first tick of a rate is at once. Running
     * executions continue.
     *
     * @param input the new input of its target
     */
    public void updateSchedule(boolean enabled, String input) {
        services.schedules().update(theSchedule().definition().with(enabled).withInput(input));
    }

    private ScheduleDescription theSchedule() {
        return services.schedules().list().stream()
                .findFirst()
                .orElseThrow(() -> new AwsError("ResourceNotFoundException", 404, "The account has no schedule."));
    }

    /**
     * What a schedule does and when.
     *
     * @param expression such as rate(4 minutes)
     * @param enabled whether it ticks
     * @param input the input of its target, JSON
     * @param nextTickAt milliseconds since the epoch; empty if it does not tick
     */
    public record SchedulePlan(String expression, boolean enabled, String input, OptionalLong nextTickAt) {}

    /**
     * A function as one wants it.
     *
     * @param name 1 to 64 characters of a-z A-Z 0-9 - _
     * @param runtime Lambda's identifier, such as python3.13
     * @param handler as the runtime expects it
     * @param code its package
     * @param layers what is unpacked to /opt on AWS, in this order
     * @param variables its environment variables
     */
    public record NewFunction(
            String name,
            String runtime,
            String handler,
            FunctionCode code,
            List<FunctionCode> layers,
            Map<String, String> variables) {
        /** Copies the layers and the variables. */
        public NewFunction {
            layers = List.copyOf(layers);
            variables = Map.copyOf(variables);
        }
    }
}
