// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.logs.LogGroups.LogGroup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Logs::LogGroup}. */
final class LogGroupResource implements ResourceType {
    private static final Shape PROPERTIES =
            Shape.fields(Map.of("LogGroupName", Shape.SCALAR, "RetentionInDays", Shape.SCALAR));

    private final AccountServices services;

    LogGroupResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::Logs::LogGroup";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.nameFrom("LogGroupName", 512);
        LogGroup group = services.logGroups().create(name);
        group.retain(retentionDays(request));
        return new Deployed(
                name,
                Map.of("Arn", group.arn() + ":*"),
                () -> services.logGroups().delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "LogGroupName")) {
            return Optional.empty();
        }
        services.logGroups().named(there.physicalId()).retain(retentionDays(request));
        return Optional.of(there);
    }

    private static Optional<Integer> retentionDays(ResourceRequest request) {
        return Optional.of(request.number("RetentionInDays", 0)).filter(days -> days != 0);
    }
}
