// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.sqs.Queues;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::SQS::Queue}, a standard one. */
final class QueueResource implements ResourceType {
    /** Seconds, if the template does not set them. Source: CloudFormation reference, AWS::SQS::Queue. */
    private static final int RETENTION = 345_600;

    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "QueueName", Shape.SCALAR, "SqsManagedSseEnabled", Shape.SCALAR, "MessageRetentionPeriod", Shape.SCALAR));

    private final AccountServices services;

    QueueResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::SQS::Queue";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "QueueName", "QueueUrl");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        Queues queues = services.queues();
        String name = request.nameFrom("QueueName", 80);
        queues.create(name, retention(request));
        String url = queues.url(name);
        return new Deployed(
                url,
                Map.of("Arn", services.arn("sqs", name), "QueueName", name, "QueueUrl", url),
                () -> queues.delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "QueueName")) {
            return Optional.empty();
        }
        services.queues().retain(there.physicalId().replaceFirst("^.*/", ""), retention(request));
        return Optional.of(there);
    }

    private static int retention(ResourceRequest request) {
        return request.number("MessageRetentionPeriod", RETENTION);
    }
}
