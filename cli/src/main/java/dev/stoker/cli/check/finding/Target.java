// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import dev.stoker.cli.aws.DeployedFunction;
import dev.stoker.cli.aws.FunctionName;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.PackageType;

/**
 * The deployed function.
 *
 * @param name the given name
 * @param deployed its configuration; for an alias with weights, that of the main version
 */
public record Target(FunctionName name, DeployedFunction deployed) {
    /** The configuration of the version that would be invoked. */
    public GetFunctionConfigurationResponse configuration() {
        return deployed.configuration();
    }

    /** Whether its environments run on Lambda Managed Instances. */
    public boolean onManagedInstances() {
        return deployed.onManagedInstances();
    }

    /** The ARN without a qualifier. */
    public String bareArn() {
        return configuration().functionArn().replaceFirst("(:function:[^:]+).*", "$1");
    }

    /** The ARN that cycles invoke. */
    public String calledArn() {
        return name.qualifier().map(qualifier -> bareArn() + ":" + qualifier).orElseGet(this::bareArn);
    }

    /** The account that the function is in. */
    public String account() {
        return configuration().functionArn().split(":", -1)[4];
    }

    /** The function's name for commands of the AWS CLI. */
    public String cliName() {
        return "--function-name " + configuration().functionName();
    }

    /** Whether it is a container image. */
    public boolean isImage() {
        return configuration().packageType() == PackageType.IMAGE;
    }

    /** Its runtime, as Lambda names it; empty for a container image. */
    public String runtime() {
        return Optional.ofNullable(configuration().runtimeAsString()).orElse("");
    }

    /** Whether AWS's Java runtime runs it. */
    public boolean isJava() {
        return runtime().startsWith("java");
    }

    /** The value of an environment variable, including white space; empty if it is not set. */
    public String variable(String key) {
        Map<String, String> variables = configuration().environment() == null
                ? Map.of()
                : configuration().environment().variables();
        return variables.getOrDefault(key, "");
    }
}
