// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.template.Template.OutputDeclaration;
import dev.stoker.local.cloudformation.template.Template.Plan;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.cloudformation.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes of an update of a stack.
 *
 * @param resources to be added, modified or removed
 * @param inOutputs whether an output would change
 */
record Changes(List<Change> resources, boolean inOutputs) {
    /**
     * A resource that would change.
     *
     * @param action Add, Modify or Remove
     * @param resource as it is declared, or was if it is to be removed
     */
    record Change(String action, ResourceDeclaration resource) {}

    /** All of them are added. */
    static Changes ofNew(Stack stack) {
        return new Changes(
                stack.plan().order().stream()
                        .map(resource -> new Change("Add", resource))
                        .toList(),
                true);
    }

    /**
     * If the properties of a resource cannot be resolved yet, they refer to a resource that does not exist, so the
     * resource changes.
     */
    static Changes between(Stack stack, Plan plan) {
        List<Change> changes = new ArrayList<>();
        plan.order()
                .forEach(resource ->
                        stack.deployed(resource).ifPresent(there -> plan.made(resource.logicalId(), there)));
        for (ResourceDeclaration resource : plan.order()) {
            if (stack.deployed(resource).isEmpty()) {
                changes.add(new Change("Add", resource));
            } else if (differs(stack, plan, resource)) {
                changes.add(new Change("Modify", resource));
            }
        }
        Set<String> wanted =
                plan.order().stream().map(ResourceDeclaration::logicalId).collect(Collectors.toSet());
        stack.plan().order().stream()
                .filter(resource -> !wanted.contains(resource.logicalId()))
                .filter(resource -> stack.deployed(resource).isPresent())
                .forEach(resource -> changes.add(new Change("Remove", resource)));
        return new Changes(
                List.copyOf(changes), !changes.isEmpty() || !outputs(plan).equals(stack.outputs()));
    }

    private static boolean differs(Stack stack, Plan plan, ResourceDeclaration resource) {
        try {
            return stack.madeOf(resource.logicalId())
                    .filter(plan.resolve(resource.properties())::equals)
                    .isEmpty();
        } catch (AwsError notYet) {
            return true;
        }
    }

    private static Map<String, String> outputs(Plan plan) {
        return plan.template().outputs().stream()
                .filter(plan::isWanted)
                .collect(Collectors.toMap(OutputDeclaration::name, output -> text(plan, output.value())));
    }

    private static String text(Plan plan, Value value) {
        try {
            return Value.textOf(plan.resolve(value), "output");
        } catch (AwsError notYet) {
            return "";
        }
    }

    boolean isEmpty() {
        return resources.isEmpty() && !inOutputs;
    }
}
