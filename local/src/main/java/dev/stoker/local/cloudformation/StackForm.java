// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.QueryApi.Form;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters that CreateStack, UpdateStack and CreateChangeSet have in common. */
final class StackForm {
    /** Fields of which only one value is covered. */
    private static final Map<String, String> COVERED = Map.of(
            "DeploymentConfig.DisableRollback", "false",
            "DeploymentConfig.Mode", "STANDARD",
            "ImportExistingResources", "false");

    private StackForm() {}

    /**
     * The requested stack. Previous values are taken from the existing stack.
     *
     * @throws AwsError ValidationError
     */
    static StackRequest request(Form form, Stacks stacks) {
        String onFailure = form.get("OnFailure").orElse("ROLLBACK");
        if (!Set.of("ROLLBACK", "DO_NOTHING").contains(onFailure)) {
            throw new AwsError(
                    "ValidationError",
                    "OnFailure: the embedded AWS covers ROLLBACK, DO_NOTHING, got " + onFailure
                            + ". Use one of these.");
        }
        refuseOtherModes(form);
        boolean rollback = !isTrue(form, "DisableRollback") && onFailure.equals("ROLLBACK");
        String name = form.required("StackName");
        Optional<Stack> there = stacks.find(name);
        boolean sameTemplate = isTrue(form, "UsePreviousTemplate");
        Path folder = sameTemplate ? previous(there, name).request().folder() : null;
        return new StackRequest(
                there.map(Stack::name).orElse(name),
                sameTemplate ? previous(there, name).request().template() : template(form, stacks),
                parameters(form, there, name),
                Set.copyOf(form.list("Capabilities")),
                folder,
                form.pairs("Tags", "Key", "Value"),
                rollback);
    }

    private static boolean isTrue(Form form, String field) {
        return form.get(field).equals(Optional.of("true"));
    }

    /**
     * Refuses what would be done in another way here. IncludeNestedStacks and RoleARN need not be refused: a change set has a
     * nested stack as one change, and nothing is forbidden to any role.
     *
     * @throws AwsError ValidationError
     */
    static void refuseOtherModes(Form form) {
        COVERED.forEach((field, covered) -> {
            String value = form.get(field).orElse(covered);
            if (!value.equals(covered)) {
                throw new AwsError(
                        "ValidationError",
                        field + ": the embedded AWS covers " + covered + ", got " + value + ". Leave it out.");
            }
        });
    }

    private static Map<String, String> parameters(Form form, Optional<Stack> there, String name) {
        Map<String, String> values = new LinkedHashMap<>(form.pairs("Parameters", "ParameterKey", "ParameterValue"));
        form.pairs("Parameters", "ParameterKey", "UsePreviousValue").forEach((key, keep) -> {
            if (keep.equals("true")) {
                String before = previous(there, name).plan().parameters().get(key);
                if (before == null) {
                    throw new AwsError(
                            "ValidationError",
                            "Invalid input for parameter key " + key + ". Cannot specify usePreviousValue as true for a"
                                    + " parameter key not in the previous template");
                }
                values.put(key, before);
            }
        });
        return values;
    }

    private static Stack previous(Optional<Stack> there, String name) {
        return there.orElseThrow(() -> new AwsError("ValidationError", "Stack [" + name + "] does not exist"));
    }

    /**
     * The text of the template.
     *
     * @throws AwsError ValidationError if there is none, or more than one
     */
    static String template(Form form, Stacks stacks) {
        Optional<String> body = form.get("TemplateBody");
        Optional<String> url = form.get("TemplateURL");
        if (body.isPresent() == url.isPresent()) {
            throw new AwsError("ValidationError", "Either Template URL or Template Body must be specified.");
        }
        return body.orElseGet(() -> stacks.planner().textAt(url.orElseThrow()));
    }
}
