// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Looks up deployed functions, each once. It calls {@code lambda:GetFunctionConfiguration}, and for an alias that this
 * call does not find also {@code lambda:GetAlias}, because LocalStack returns 404 for the configuration of an existing
 * alias.
 *
 * <p>Every method throws a {@link dev.stoker.cli.output.Failure} if AWS does not answer.
 */
public final class FunctionLookup implements AutoCloseable {
    private final AwsClients clients;
    private final LastAnswer answer = new LastAnswer();
    private Optional<LambdaClient> client = Optional.empty();
    private final Map<FunctionName, Optional<DeployedFunction>> known = new HashMap<>();

    /** Uses these clients. */
    public FunctionLookup(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Finds the version of a function that an invocation with this name would reach. For an alias with weights, this is
     * the main version.
     *
     * @return empty if Lambda has no such function, alias or version
     */
    public Optional<DeployedFunction> find(FunctionName name) {
        Optional<DeployedFunction> before = known.get(name);
        if (before != null) {
            return before;
        }
        Optional<DeployedFunction> found = configuration(name, name.qualifier());
        if (found.isEmpty() && name.hasAlias()) {
            found = aliasedVersion(name).flatMap(version -> configuration(name, Optional.of(version)));
        }
        known.put(name, found);
        return found;
    }

    /** Created when it is first needed, so that an error in creating it is an error of the first call. */
    private LambdaClient lambda() {
        if (client.isEmpty()) {
            client = Optional.of(clients.lambda(answer));
        }
        return client.get();
    }

    private Optional<DeployedFunction> configuration(FunctionName name, Optional<String> qualifier) {
        return AwsCall.reading("lambda:GetFunctionConfiguration", "function " + name.text())
                .make(() -> answeredConfiguration(name, qualifier));
    }

    private Optional<DeployedFunction> answeredConfiguration(FunctionName name, Optional<String> qualifier) {
        try {
            GetFunctionConfigurationResponse configuration = lambda().getFunctionConfiguration(
                            ask -> ask.functionName(name.unqualified())
                                    .qualifier(qualifier
                                            .filter(version -> !version.equals("$LATEST"))
                                            .orElse(null)));
            return Optional.of(new DeployedFunction(configuration, answer.has("CapacityProviderConfig")));
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }

    private Optional<String> aliasedVersion(FunctionName name) {
        return AwsCall.reading("lambda:GetAlias", "function " + name.text()).make(() -> answeredVersion(name));
    }

    private Optional<String> answeredVersion(FunctionName name) {
        try {
            return Optional.of(lambda().getAlias(ask -> ask.functionName(name.unqualified())
                            .name(name.qualifier().orElseThrow()))
                    .functionVersion());
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.ifPresent(LambdaClient::close);
    }
}
