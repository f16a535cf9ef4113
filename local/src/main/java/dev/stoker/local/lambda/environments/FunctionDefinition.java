// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a function, with Lambda's ranges. A published version keeps its definition.
 *
 * @param name 1 to 64 characters of a-z A-Z 0-9 - _
 * @param runtime one of {@link Language#runtimes}
 * @param handler such as {@code Class::method} or {@code module.function}; its form is the runtime's business
 * @param role an IAM role's ARN; stored, but not used for permissions
 * @param description any text
 * @param memoryMegabytes 128 to 10,240
 * @param timeoutSeconds 1 to 900
 * @param variables the function's environment variables
 * @param logGroup the CloudWatch log group that the environment variables name; null for Lambda's default
 * @param layers the layers, whose jars are on the class path after those of the package
 * @param code the package; null if only modelled runtimes run it
 */
public record FunctionDefinition(
        String name,
        String runtime,
        String handler,
        @Nullable String role,
        String description,
        int memoryMegabytes,
        int timeoutSeconds,
        Map<String, String> variables,
        @Nullable String logGroup,
        LayerStack layers,
        @Nullable FunctionCode code) {
    private static final List<String> RUNTIMES = Stream.of(Language.values())
            .flatMap(language -> language.runtimes().stream())
            .toList();

    /** Lambda sets these itself. Source: Lambda developer guide, "configuration-envvars". */
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    /** Source: Lambda developer guide, "Lambda quotas", environment variables. */
    private static final int MOST_VARIABLE_BYTES = 4096;

    /**
     * @throws AwsError if a value is out of its range
     */
    public FunctionDefinition {
        variables = Map.copyOf(variables);
        require(name.matches("[a-zA-Z0-9-_]{1,64}"), "functionName", name, "[a-zA-Z0-9-_]{1,64}");
        require(RUNTIMES.contains(runtime), "runtime", runtime, "one of " + RUNTIMES);
        require(handler != null && !handler.isBlank(), "handler", handler, "as the runtime expects it");
        require(memoryMegabytes >= 128 && memoryMegabytes <= 10_240, "memorySize", memoryMegabytes, "128 to 10240");
        require(timeoutSeconds >= 1 && timeoutSeconds <= 900, "timeout", timeoutSeconds, "1 to 900");
        requireFits(layers, code);
        int bytes = jsonBytes(variables);
        if (bytes > MOST_VARIABLE_BYTES) {
            throw invalid("Lambda was unable to configure your environment variables because the environment variables"
                    + " you have provided exceeded the 4KB limit: " + MOST_VARIABLE_BYTES + " bytes as JSON, got "
                    + bytes + ".");
        }
        Set<String> reserved = new TreeSet<>(variables.keySet());
        reserved.retainAll(RESERVED);
        if (!reserved.isEmpty()) {
            throw invalid("Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided contains reserved keys that are currently not supported for"
                    + " modification. Reserved keys used in this request: " + String.join(", ", reserved));
        }
    }

    /** The size of {@code {"name":"value",...}}, which is what the limit measures. */
    private static int jsonBytes(Map<String, String> variables) {
        int quotesAndColon = 5;
        int texts = variables.entrySet().stream()
                .mapToInt(one -> utf8(one.getKey()) + utf8(one.getValue()) + quotesAndColon)
                .sum();
        return 2 + texts + Math.max(0, variables.size() - 1);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A function with Lambda's defaults: 128 MB, 3 seconds, no variables. */
    public static FunctionDefinition of(String name, String runtime, String handler, @Nullable FunctionCode code) {
        return new FunctionDefinition(name, runtime, handler, null, "", 128, 3, Map.of(), null, LayerStack.NONE, code);
    }

    /** The same with other environment variables. */
    public FunctionDefinition withVariables(Map<String, String> other) {
        return with(draft -> draft.variables = other);
    }

    /** The same with another timeout. */
    public FunctionDefinition withTimeoutSeconds(int other) {
        return with(draft -> draft.timeoutSeconds = other);
    }

    /** The same with another size of memory. */
    public FunctionDefinition withMemoryMegabytes(int other) {
        return with(draft -> draft.memoryMegabytes = other);
    }

    /** The same with other layers. */
    public FunctionDefinition withLayers(LayerStack other) {
        return with(draft -> draft.layers = other);
    }

    /** The same with some fields changed, and checked again. */
    public FunctionDefinition with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new FunctionDefinition(
                draft.name,
                draft.runtime,
                draft.handler,
                draft.role,
                draft.description,
                draft.memoryMegabytes,
                draft.timeoutSeconds,
                draft.variables,
                draft.logGroup,
                draft.layers,
                draft.code);
    }

    /** A mutable copy of the fields. */
    public static final class Draft {
        public String name;
        public String runtime;
        public String handler;
        public @Nullable String role;
        public String description;
        public int memoryMegabytes;
        public int timeoutSeconds;
        public Map<String, String> variables;
        public @Nullable String logGroup;
        public LayerStack layers;
        public @Nullable FunctionCode code;

        private Draft(FunctionDefinition from) {
            name = from.name;
            runtime = from.runtime;
            handler = from.handler;
            role = from.role;
            description = from.description;
            memoryMegabytes = from.memoryMegabytes;
            timeoutSeconds = from.timeoutSeconds;
            variables = from.variables;
            logGroup = from.logGroup;
            layers = from.layers;
            code = from.code;
        }
    }

    /** The log group's name, or Lambda's default. */
    public String logGroupName() {
        return logGroup == null ? "/aws/lambda/" + name : logGroup;
    }

    /** Whether its log group is not Lambda's default. */
    boolean hasOwnLogGroup() {
        return !logGroupName().equals("/aws/lambda/" + name);
    }

    private static AwsError invalid(String message) {
        return new AwsError("InvalidParameterValueException", message);
    }

    private static void requireFits(LayerStack layers, @Nullable FunctionCode code) {
        long size = layers.unzippedSize() + (code == null ? 0 : code.unzippedSize());
        if (size > FunctionCode.LARGEST_UNZIPPED) {
            throw invalid("Function code combined with layers exceeds the maximum allowed size of "
                    + FunctionCode.LARGEST_UNZIPPED + " bytes. The actual size is " + size + " bytes.");
        }
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw invalid(
                    "Value '" + value + "' at '" + field + "' failed to satisfy constraint: Member must be " + rule);
        }
    }
}
