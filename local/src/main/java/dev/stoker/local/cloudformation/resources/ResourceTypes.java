// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import java.util.Map;
import java.util.TreeMap;

/** The supported resource types, by their names in templates. */
final class ResourceTypes {
    private ResourceTypes() {}

    static Map<String, ResourceType> of(AccountServices services) {
        Map<String, ResourceType> types = new TreeMap<>(StoredResources.of(services));
        types.put("AWS::Serverless::StateMachine", new StateMachineResource(services));
        types.put("AWS::Serverless::Function", FunctionResource.ofSam(services));
        types.put("AWS::Lambda::Function", FunctionResource.ofLambda(services));
        types.put("AWS::Lambda::Version", new VersionResource(services));
        types.put("AWS::Lambda::Alias", new AliasResource(services));
        types.put("AWS::Lambda::LayerVersion", LayerResource.ofLambda(services));
        types.put("AWS::Serverless::LayerVersion", LayerResource.ofSam(services));
        types.put("AWS::Logs::LogGroup", new LogGroupResource(services));
        types.put("AWS::Logs::LogStream", new LogStreamResource(services));
        types.put("AWS::Scheduler::Schedule", new ScheduleResource(services));
        types.put("AWS::SSM::Parameter", new ParameterResource(services.parameters()));
        types.put("AWS::SQS::Queue", new QueueResource(services));
        types.put("AWS::S3::Bucket", new BucketResource(services.buckets()));
        return types;
    }
}
