// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;

/** A function in a language of which this machine may have any version, or none. */
final class AnyVersion {
    static final List<String> PYTHON =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3.9", "python3.14");
    static final List<String> NODE = List.of("nodejs22.x", "nodejs20.x", "nodejs18.x", "nodejs24.x");

    private AnyVersion() {}

    /** Creates the function with the first runtime that runs here; skips the test where none does. */
    static TargetFunction of(List<String> runtimes, Function<String, TargetFunction> create) {
        for (String runtime : runtimes) {
            try {
                return create.apply(runtime);
            } catch (InvalidParameterValueException refused) {
                if (!String.valueOf(refused.getMessage()).contains("on PATH")) {
                    throw refused;
                }
            }
        }
        throw Skip.because("a function of " + runtimes, "there is no interpreter on PATH for any of these");
    }
}
