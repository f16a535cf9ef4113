// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Resource types without effect at run time. Each is stored with its name, its ARN and its properties. */
final class StoredResources {
    private final AccountServices services;

    private StoredResources(AccountServices services) {
        this.services = services;
    }

    /** The types, by their names in templates. */
    static Map<String, ResourceType> of(AccountServices services) {
        StoredResources types = new StoredResources(services);
        return Map.of(
                "AWS::IAM::Role", types.role(),
                "AWS::IAM::Policy", types.policy(),
                "AWS::IAM::ManagedPolicy", types.managedPolicy(),
                "AWS::CloudWatch::Alarm", types.alarm(),
                "AWS::CloudWatch::Dashboard", types.dashboard(),
                "AWS::CDK::Metadata", types.metadata(),
                "AWS::Lambda::Permission", types.permission(),
                "AWS::Logs::QueryDefinition", types.query(),
                "AWS::Logs::MetricFilter", types.metricFilter(),
                "AWS::S3::BucketPolicy", types.bucketPolicy());
    }

    /** It does not allow or deny anything. */
    private ResourceType role() {
        Shape policy = Shape.fields(Map.of("PolicyName!", Shape.SCALAR, "PolicyDocument!", Shape.ANYTHING));
        Shape properties = Shape.fields(Map.of(
                "AssumeRolePolicyDocument!", Shape.ANYTHING,
                "Description", Shape.SCALAR,
                "ManagedPolicyArns", Shape.listOf(Shape.SCALAR),
                "Path", Shape.SCALAR,
                "PermissionsBoundary", Shape.SCALAR,
                "Policies", Shape.listOf(policy),
                "Tags", Shape.TAGS));
        return new StoredResource("AWS::IAM::Role", properties, true, Set.of("Arn"), request -> {
            String name = request.names().of(request.logicalId(), 64);
            return new Deployed(name, Map.of("Arn", iam("role" + path(request) + name)), () -> {});
        });
    }

    private ResourceType policy() {
        Shape properties = Shape.fields(Map.of(
                "PolicyName!", Shape.SCALAR,
                "PolicyDocument!", Shape.ANYTHING,
                "Roles!", Shape.listOf(Shape.SCALAR)));
        return new StoredResource("AWS::IAM::Policy", properties, true, Set.of(), request -> {
            request.list("Roles");
            return new Deployed(request.names().of(request.logicalId(), 128), Map.of(), () -> {});
        });
    }

    private ResourceType managedPolicy() {
        Shape properties = Shape.fields(
                Map.of("PolicyDocument!", Shape.ANYTHING, "Description", Shape.SCALAR, "Path", Shape.SCALAR));
        return new StoredResource("AWS::IAM::ManagedPolicy", properties, true, Set.of("PolicyArn"), request -> {
            String arn = iam("policy" + path(request) + request.names().of(request.logicalId(), 128));
            return new Deployed(arn, Map.of("PolicyArn", arn), () -> {});
        });
    }

    /** It never goes off, because there are no metrics. */
    private ResourceType alarm() {
        Shape dimension = Shape.fields(Map.of("Name!", Shape.SCALAR, "Value!", Shape.SCALAR));
        Shape properties = Shape.fields(Map.ofEntries(
                Map.entry("AlarmDescription", Shape.SCALAR),
                Map.entry("Namespace!", Shape.SCALAR),
                Map.entry("MetricName!", Shape.SCALAR),
                Map.entry("Dimensions", Shape.listOf(dimension)),
                Map.entry("Statistic!", Shape.SCALAR),
                Map.entry("Period!", Shape.SCALAR),
                Map.entry("EvaluationPeriods!", Shape.SCALAR),
                Map.entry("DatapointsToAlarm", Shape.SCALAR),
                Map.entry("Threshold!", Shape.SCALAR),
                Map.entry("ComparisonOperator!", Shape.SCALAR),
                Map.entry("TreatMissingData", Shape.SCALAR),
                Map.entry("AlarmActions", Shape.listOf(Shape.SCALAR)),
                Map.entry("OKActions", Shape.listOf(Shape.SCALAR))));
        return new StoredResource("AWS::CloudWatch::Alarm", properties, false, Set.of("Arn"), request -> {
            String name = request.names().of(request.logicalId(), 255);
            return new Deployed(name, Map.of("Arn", services.arn("cloudwatch", "alarm:" + name)), () -> {});
        });
    }

    /** It shows nothing. */
    private ResourceType dashboard() {
        Shape properties = Shape.fields(Map.of("DashboardBody!", Shape.SCALAR));
        return new StoredResource(
                "AWS::CloudWatch::Dashboard",
                properties,
                false,
                Set.of(),
                request -> new Deployed(request.names().of(request.logicalId(), 255), Map.of(), () -> {}));
    }

    /** It writes no metric. */
    private ResourceType metricFilter() {
        Shape dimension = Shape.fields(Map.of("Key!", Shape.SCALAR, "Value!", Shape.SCALAR));
        Shape metric = Shape.fields(Map.of(
                "MetricNamespace!", Shape.SCALAR,
                "MetricName!", Shape.SCALAR,
                "MetricValue!", Shape.SCALAR,
                "Unit", Shape.SCALAR,
                "Dimensions", Shape.listOf(dimension)));
        Shape properties = Shape.fields(Map.of(
                "LogGroupName!", Shape.SCALAR,
                "FilterPattern!", Shape.SCALAR,
                "MetricTransformations!", Shape.listOf(metric)));
        return new StoredResource(
                "AWS::Logs::MetricFilter",
                properties,
                false,
                Set.of(),
                request -> new Deployed(request.names().of(request.logicalId(), 512), Map.of(), () -> {}));
    }

    /** A saved query of CloudWatch Logs Insights. The embedded AWS stores it but cannot run it. */
    private ResourceType query() {
        Shape properties = Shape.fields(Map.of(
                "Name!", Shape.SCALAR,
                "QueryString!", Shape.SCALAR,
                "LogGroupNames", Shape.listOf(Shape.SCALAR)));
        return new StoredResource(
                "AWS::Logs::QueryDefinition", properties, false, Set.of("QueryDefinitionId"), request -> {
                    String id = request.names().withoutStack(request.logicalId());
                    return new Deployed(id, Map.of("QueryDefinitionId", id), () -> {});
                });
    }

    /** The policy of a bucket. The embedded AWS stores it but does not enforce it. */
    private ResourceType bucketPolicy() {
        Shape properties = Shape.fields(Map.of("Bucket!", Shape.SCALAR, "PolicyDocument!", Shape.ANYTHING));
        return new StoredResource(
                "AWS::S3::BucketPolicy",
                properties,
                false,
                Set.of(),
                request -> new Deployed(request.required("Bucket") + "-policy", Map.of(), () -> {}));
    }

    /** The constructs of the CDK that an application uses. */
    private ResourceType metadata() {
        Shape properties = Shape.fields(Map.of("Analytics", Shape.SCALAR));
        return new StoredResource(
                "AWS::CDK::Metadata",
                properties,
                false,
                Set.of(),
                request -> new Deployed(request.newName(255), Map.of(), () -> {}));
    }

    /** It does not allow anything, because everything is allowed. */
    private ResourceType permission() {
        Shape properties = Shape.fields(Map.of(
                "Action!", Shape.SCALAR,
                "FunctionName!", Shape.SCALAR,
                "Principal!", Shape.SCALAR,
                "PrincipalOrgID", Shape.SCALAR,
                "SourceAccount", Shape.SCALAR,
                "SourceArn", Shape.SCALAR));
        return new StoredResource("AWS::Lambda::Permission", properties, false, Set.of("Id"), request -> {
            String id = request.newName(100);
            return new Deployed(id, Map.of("Id", id), () -> {});
        });
    }

    /** An ARN of IAM, which has no regions. */
    private String iam(String resource) {
        return "arn:aws:iam::" + services.account().id() + ":" + resource;
    }

    private static String path(ResourceRequest request) {
        return request.text("Path").orElse("/");
    }

    /**
     * A resource type that is stored without effect; other resources can refer to it.
     *
     * @param deployedAs the type's name
     * @param properties the allowed properties
     * @param isIam whether it needs CAPABILITY_IAM
     * @param attributes the attributes for Fn::GetAtt
     * @param maker creates a resource
     */
    record StoredResource(
            String deployedAs,
            Shape properties,
            boolean isIam,
            Set<String> attributes,
            Function<ResourceRequest, Deployed> maker)
            implements ResourceType {
        @Override
        public Deployed create(ResourceRequest request) {
            return maker.apply(request);
        }

        /** The resource exists only in the stack's list. */
        @Override
        public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
            return Optional.of(there);
        }
    }
}
