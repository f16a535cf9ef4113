// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.scheduler.Schedules;
import dev.stoker.local.ssm.ParameterStore;
import dev.stoker.local.states.StepFunctions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A type of resource that can be deployed. */
public interface ResourceType {
    /** The type's name after the SAM transform: what events and lists of resources tell. */
    String deployedAs();

    /** What may stand under Properties. */
    Shape properties();

    /** What Fn::GetAtt can ask for. */
    Set<String> attributes();

    /** Whether deploying it needs the capability CAPABILITY_IAM. */
    default boolean isIam() {
        return false;
    }

    /**
     * Makes one; runs on the timeline.
     *
     * @throws RuntimeException if it cannot be made: the message is the reason in the stack's events
     */
    Deployed create(ResourceRequest request);

    /**
     * Changes one where it is; runs on the timeline.
     *
     * @param before what it was made with
     * @param there what was made
     * @return what it is now, under the same physical id; empty if another one has to take its place
     * @throws RuntimeException if it cannot be changed: the message is the reason in the stack's events
     */
    default Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        return Optional.empty();
    }

    /**
     * Where resources are made.
     *
     * @param account whose they are
     * @param stepFunctions takes state machines
     * @param functions takes functions
     * @param logGroups takes log groups
     * @param schedules takes schedules
     * @param parameters takes parameters of Systems Manager
     * @param buckets has the files that templates speak of
     */
    public record AccountServices(
            Account account,
            StepFunctions stepFunctions,
            Functions functions,
            LogGroups logGroups,
            Schedules schedules,
            ParameterStore parameters,
            Buckets buckets) {

        /** The types that can be deployed here, by the names that templates write. */
        public Map<String, ResourceType> types() {
            return ResourceTypes.of(this);
        }

        /** An ARN of this account. */
        public String arn(String service, String resource) {
            return account.arn(service, resource);
        }

        /**
         * What a stack asks for when it makes one of its resources.
         *
         * @param stack the stack's name
         * @param random makes up names
         * @param folder that of the template's local files; null reads none
         */
        public ResourceRequest request(
                String stack, Random random, Path folder, String logicalId, JsonNode properties) {
            return new ResourceRequest(
                    logicalId, properties, new PhysicalNames(stack, random), new Artifacts(buckets, folder));
        }
    }

    /**
     * A resource that was made.
     *
     * @param physicalId what Ref gives
     * @param attributes what Fn::GetAtt gives
     * @param deletion removes it
     */
    record Deployed(String physicalId, Map<String, String> attributes, Runnable deletion) {}

    /**
     * A resource to be made, with everything worked out.
     *
     * @param logicalId its name in the template
     * @param properties what it is made with
     * @param names makes up names
     * @param artifacts files that the template speaks of
     */
    record ResourceRequest(String logicalId, JsonNode properties, PhysicalNames names, Artifacts artifacts) {
        /** A made-up name, or the one in a property. */
        String nameFrom(String property, int longest) {
            return text(property) != null ? text(property) : names.of(logicalId, longest);
        }

        /** Whether these properties are what they were before: of those that cannot be changed. */
        boolean keeps(JsonNode before, String... unchangeable) {
            return Stream.of(unchangeable)
                    .allMatch(name -> properties.path(name).equals(before.path(name)));
        }

        /** A text at a path of names with points between them; null if it is not there. */
        String text(String path) {
            JsonNode value = at(path);
            return value.isMissingNode() ? null : Value.textOf(value, path);
        }

        /** A text that must have come out. */
        String required(String path) {
            String value = text(path);
            if (value == null) {
                throw new AwsError("ValidationError", "Property " + path + " cannot be empty.");
            }
            return value;
        }

        /** A whole number; the default if it is not there. */
        int number(String path, int otherwise) {
            String value = text(path);
            try {
                return value == null ? otherwise : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new AwsError("ValidationError", path + ": must be a whole number, got " + value + ".");
            }
        }

        /** Whatever is at a path; a missing node if nothing is. */
        JsonNode at(String path) {
            JsonNode value = properties;
            for (String name : path.split("\\.", -1)) {
                value = value.path(name);
            }
            return value;
        }

        /** The values of a mapping of texts. */
        Map<String, String> texts(String path) {
            Map<String, String> texts = new LinkedHashMap<>();
            at(path).properties()
                    .forEach(field ->
                            texts.put(field.getKey(), Value.textOf(field.getValue(), path + "." + field.getKey())));
            return texts;
        }

        /** The texts of a list. */
        List<String> list(String path) {
            List<String> texts = new ArrayList<>();
            at(path).forEach(item -> texts.add(Value.textOf(item, path)));
            return texts;
        }
    }
}
