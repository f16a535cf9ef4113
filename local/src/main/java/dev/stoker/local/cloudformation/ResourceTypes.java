// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.Map;
import java.util.TreeMap;

/** The types of resources that are covered, by the names that templates write. */
final class ResourceTypes {
    private ResourceTypes() {}

    static Map<String, ResourceType> of(AccountServices services) {
        Map<String, ResourceType> types = new TreeMap<>(StoredTypes.of(services));
        types.put("AWS::Serverless::StateMachine", new StateMachineType(services));
        types.put("AWS::Serverless::Function", new FunctionType(services));
        types.put("AWS::Serverless::LayerVersion", new LayerType(services));
        types.put("AWS::Logs::LogGroup", new LogGroupType(services));
        types.put("AWS::Logs::LogStream", new LogStreamType(services));
        types.put("AWS::Scheduler::Schedule", new ScheduleType(services));
        types.put("AWS::SSM::Parameter", new ParameterType(services.parameters()));
        return types;
    }
}
