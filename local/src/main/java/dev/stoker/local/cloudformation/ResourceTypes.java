// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The types of resources that are covered, by the names that templates write. */
final class ResourceTypes {
    private ResourceTypes() {}

    static Map<String, ResourceType> of(AccountServices services) {
        return new TreeMap<>(Map.of(
                "AWS::Serverless::StateMachine",
                new StateMachineType(services),
                "AWS::Serverless::Function",
                new FunctionType(services),
                "AWS::Logs::LogGroup",
                new LogGroupType(services),
                "AWS::Scheduler::Schedule",
                new ScheduleType(services),
                "AWS::IAM::Role",
                role(services),
                "AWS::IAM::Policy",
                policy(),
                "AWS::SQS::Queue",
                queue(services)));
    }

    /** Kept for its name and ARN; nothing is allowed or refused by it. */
    private static ResourceType role(AccountServices services) {
        Shape policy = Shape.fields(Map.of("PolicyName!", Shape.SCALAR, "PolicyDocument!", Shape.ANYTHING));
        Shape properties = Shape.fields(Map.of(
                "AssumeRolePolicyDocument!", Shape.ANYTHING,
                "Description", Shape.SCALAR,
                "Policies", Shape.listOf(policy)));
        return new StoredType("AWS::IAM::Role", properties, true, Set.of("Arn"), request -> {
            String name = request.names().of(request.logicalId(), 64);
            String arn = "arn:aws:iam::" + services.account().id() + ":role/" + name;
            return new Deployed(name, Map.of("Arn", arn), () -> {});
        });
    }

    private static ResourceType policy() {
        Shape properties = Shape.fields(Map.of(
                "PolicyName!", Shape.SCALAR,
                "PolicyDocument!", Shape.ANYTHING,
                "Roles!", Shape.listOf(Shape.SCALAR)));
        return new StoredType("AWS::IAM::Policy", properties, true, Set.of(), request -> {
            request.list("Roles");
            return new Deployed(request.names().of(request.logicalId(), 128), Map.of(), () -> {});
        });
    }

    /** Kept for its ARN; nothing is sent to it. */
    private static ResourceType queue(AccountServices services) {
        Shape properties =
                Shape.fields(Map.of("SqsManagedSseEnabled", Shape.SCALAR, "MessageRetentionPeriod", Shape.SCALAR));
        return new StoredType("AWS::SQS::Queue", properties, false, Set.of("Arn", "QueueName", "QueueUrl"), request -> {
            String name = request.names().of(request.logicalId(), 80);
            String url = "https://sqs." + services.account().region() + ".amazonaws.com/"
                    + services.account().id() + "/" + name;
            return new Deployed(
                    url, Map.of("Arn", services.arn("sqs", name), "QueueName", name, "QueueUrl", url), () -> {});
        });
    }
}
