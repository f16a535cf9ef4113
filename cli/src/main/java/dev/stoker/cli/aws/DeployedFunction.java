// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/**
 * A deployed function.
 *
 * @param configuration the configuration of the version that would be invoked
 * @param onManagedInstances whether its environments run on Lambda Managed Instances
 */
public record DeployedFunction(GetFunctionConfigurationResponse configuration, boolean onManagedInstances) {}
