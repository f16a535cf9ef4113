// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Logs::LogStream}. */
final class LogStreamResource implements ResourceType {
    private static final Shape PROPERTIES =
            Shape.fields(Map.of("LogGroupName!", Shape.SCALAR, "LogStreamName", Shape.SCALAR));

    private final AccountServices services;

    LogStreamResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::Logs::LogStream";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String group = request.required("LogGroupName");
        String name = request.nameFrom("LogStreamName", 512);
        services.logGroups().named(group).createStream(name);
        return new Deployed(
                name, Map.of(), () -> services.logGroups().named(group).deleteStream(name));
    }
}
