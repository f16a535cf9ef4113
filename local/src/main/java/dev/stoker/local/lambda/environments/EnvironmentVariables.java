// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables that Lambda sets in every environment in addition to the function's own. Source: developer guide,
 * "configuration-envvars".
 */
final class EnvironmentVariables {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private EnvironmentVariables() {}

    static Map<String, String> of(FunctionVersion version, Machinery machinery) {
        FunctionDefinition definition = version.definition();
        String region = machinery.settings().account().region();
        Map<String, String> variables = new HashMap<>();
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", "UTC");
        // SDK clients need credentials; these are not valid on AWS.
        variables.put("AWS_ACCESS_KEY_ID", "test");
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        variables.put("AWS_SESSION_TOKEN", "test");
        variables.putAll(definition.variables());
        variables.put("_HANDLER", definition.handler());
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        if (Language.of(definition.runtime()).orElseThrow() != Language.PROVIDED) {
            variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + definition.runtime());
        }
        variables.put("AWS_LAMBDA_FUNCTION_NAME", definition.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(definition.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", definition.logGroupName());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream(version, machinery));
        return variables;
    }

    /** In a custom log group the stream's name contains the function's name. Source: developer guide, "monitoring-cloudwatchlogs-loggroups". */
    private static String logStream(FunctionVersion version, Machinery machinery) {
        String day = DAY.format(Instant.ofEpochMilli(machinery.now()));
        String function =
                version.definition().hasOwnLogGroup() ? version.definition().name() : "";
        return day + "/" + function + "[" + version.version() + "]"
                + machinery.chance().hex(32);
    }
}
