// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Looks how large functions are, for the cost. Knows nothing where the credentials may not look: the verdict stands without it. */
final class FunctionSizes {
    private final AwsClients clients;
    private final Map<String, Optional<FunctionSize>> known = new HashMap<>();

    FunctionSizes(AwsClients clients) {
        this.clients = clients;
    }

    /** The size of a function, asked once. */
    Optional<FunctionSize> of(String function) {
        return known.computeIfAbsent(function, name -> FunctionName.parse(name).flatMap(this::read));
    }

    private Optional<FunctionSize> read(FunctionName name) {
        try (LambdaClient lambda = clients.lambda()) {
            GetFunctionConfigurationResponse told = ask(lambda, name);
            List<String> processors = told.architecturesAsStrings();
            return Architecture.of(processors.isEmpty() ? Architecture.X86_64.text() : processors.get(0))
                    .filter(processor -> told.memorySize() != null)
                    .map(processor -> new FunctionSize(told.memorySize(), processor));
        } catch (SdkException mayNotLook) {
            return Optional.empty();
        }
    }

    private static GetFunctionConfigurationResponse ask(LambdaClient lambda, FunctionName name) {
        try {
            return lambda.getFunctionConfiguration(ask -> ask.functionName(name.unqualified())
                    .qualifier(name.qualifier().orElse(null)));
        } catch (ResourceNotFoundException gone) {
            // LocalStack answers so to an alias that exists.
            return lambda.getFunctionConfiguration(ask -> ask.functionName(name.unqualified()));
        }
    }
}
