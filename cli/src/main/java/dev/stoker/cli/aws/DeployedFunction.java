// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/**
 * A function as Lambda has it.
 *
 * @param configuration of the version that would be invoked
 * @param onManagedInstances whether its environments are on Lambda Managed Instances
 */
public record DeployedFunction(GetFunctionConfigurationResponse configuration, boolean onManagedInstances) {}
