// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.Map;

/**
 * What a runtime needs to know of its environment and its function.
 *
 * @param environmentId the model's name of the environment, unique within it; fits file names
 * @param version stands for the function's version: runtimes with the same object have the same code, and variables that
 *     differ in the log stream only
 * @param code the function's package; null only for modelled runtimes
 * @param layers what lies in /opt on AWS
 * @param memoryMegabytes 128 to 10,240
 * @param variables all environment variables but those that tell places: the function's own and AWS's, the handler among
 *     them as {@code _HANDLER}
 * @param clockOffset milliseconds by which the function's clock is off; a fault, else 0
 */
public record RuntimeSpec(
        String environmentId,
        Object version,
        FunctionCode code,
        LayerStack layers,
        int memoryMegabytes,
        Map<String, String> variables,
        long clockOffset) {
    /** Copies the variables. */
    public RuntimeSpec {
        variables = Map.copyOf(variables);
    }

    /** The function's handler, {@code Class::method} or {@code Class}. */
    public String handler() {
        return variables.get("_HANDLER");
    }
}
