// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::Version}; Ref returns the version's ARN. */
final class VersionResource implements ResourceType {
    private static final Shape PROPERTIES = Shape.fields(Map.of("FunctionName!", Shape.SCALAR));

    private final Functions functions;

    VersionResource(AccountServices services) {
        this.functions = services.functions();
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::Version";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("FunctionArn", "Version");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String function = request.required("FunctionName");
        int before = functions.versions(function).size();
        FunctionConfiguration made = functions.publishVersion(function);
        if (functions.versions(function).size() == before) {
            throw new AwsError(
                    "ValidationError",
                    "A version for this Lambda function exists ( " + made.version()
                            + " ). Modify the function to create a new version.");
        }
        return new Deployed(
                made.arn(),
                Map.of("FunctionArn", made.arn(), "Version", made.version()),
                () -> functions.deleteVersion(function, made.version()));
    }

    /** Any change of it publishes another version. */
    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        return Optional.empty();
    }
}
