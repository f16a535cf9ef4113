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
import dev.stoker.local.sqs.Queues;
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
import org.jspecify.annotations.Nullable;

/** A resource type that can be deployed. */
public interface ResourceType {
    /** Where the code of a function and the content of a layer are, in types that are not SAM's. */
    Shape S3_OBJECT = Shape.fields(Map.of("S3Bucket!", Shape.SCALAR, "S3Key!", Shape.SCALAR));

    /** Where they are in SAM's types. */
    Shape SAM_OBJECT =
            Shape.textOr(Shape.fields(Map.of("Bucket!", Shape.SCALAR, "Key!", Shape.SCALAR, "Version", Shape.SCALAR)));

    /** The type's name after the SAM transform, as in events and lists of resources. */
    String deployedAs();

    /** The allowed properties. */
    Shape properties();

    /** The attributes for Fn::GetAtt. */
    Set<String> attributes();

    /** Whether Fn::GetAtt may ask for an attribute. */
    default boolean hasAttribute(String name) {
        return attributes().contains(name);
    }

    /** Whether deploying it needs the capability CAPABILITY_IAM. */
    default boolean isIam() {
        return false;
    }

    /**
     * Creates a resource; runs on the timeline.
     *
     * @throws RuntimeException if it cannot be created. The message is the reason in the stack's events
     */
    Deployed create(ResourceRequest request);

    /**
     * Updates a resource without replacing it; runs on the timeline.
     *
     * @param before the properties before the update
     * @param there the deployed resource
     * @return the updated resource with the same physical ID; empty if it must be replaced
     * @throws RuntimeException if it cannot be updated. The message is the reason in the stack's events
     */
    default Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        return Optional.empty();
    }

    /**
     * The services in which resources are created.
     *
     * @param account the account
     * @param stepFunctions for state machines
     * @param functions for functions
     * @param logGroups for log groups
     * @param schedules for schedules
     * @param parameters for parameters of Systems Manager
     * @param buckets for the files that templates name
     * @param queues for queues
     */
    public record AccountServices(
            Account account,
            StepFunctions stepFunctions,
            Functions functions,
            LogGroups logGroups,
            Schedules schedules,
            ParameterStore parameters,
            Buckets buckets,
            Queues queues) {

        /** The supported types, by their names in templates. */
        public Map<String, ResourceType> types() {
            return ResourceTypes.of(this);
        }

        /** An ARN of this account. */
        public String arn(String service, String resource) {
            return account.arn(service, resource);
        }

        /**
         * A request of a stack to create one of its resources.
         *
         * @param stack the stack's name
         * @param random generates names
         * @param folder the folder of the template's local files; null to allow none
         */
        public ResourceRequest request(
                String stack, Random random, @Nullable Path folder, String logicalId, JsonNode properties) {
            return new ResourceRequest(
                    logicalId, properties, new PhysicalNames(stack, random), new Artifacts(buckets, folder));
        }
    }

    /**
     * A deployed resource.
     *
     * @param physicalId the result of Ref
     * @param attributes the results of Fn::GetAtt
     * @param deletion deletes it
     */
    record Deployed(String physicalId, Map<String, String> attributes, Runnable deletion) {}

    /** A resource could not be created completely. What exists of it belongs to the stack until it is deleted. */
    final class PartlyCreatedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Deployed part;

        /**
         * Creates the exception.
         *
         * @param reason the reason in the stack's events
         */
        public PartlyCreatedException(String reason, Deployed part) {
            super(reason, null, false, false);
            this.part = part;
        }

        /** What exists. */
        public Deployed part() {
            return part;
        }
    }

    /**
     * A resource to create, with its resolved properties.
     *
     * @param logicalId its name in the template
     * @param properties its properties
     * @param names generates names
     * @param artifacts the files that the template names
     */
    record ResourceRequest(String logicalId, JsonNode properties, PhysicalNames names, Artifacts artifacts) {
        /** The name of its stack. */
        public String stackName() {
            return names.stack();
        }

        /** A name from the names of the stack and the resource. */
        public String newName(int longest) {
            return names.of(logicalId, longest);
        }

        /** The same with other properties. */
        ResourceRequest withProperties(JsonNode other) {
            return new ResourceRequest(logicalId, other, names, artifacts);
        }

        /** The name in a property, or a generated name. */
        String nameFrom(String property, int longest) {
            return text(property).orElseGet(() -> names.of(logicalId, longest));
        }

        /** Whether these properties, which cannot be updated, are unchanged. */
        boolean keeps(JsonNode before, String... unchangeable) {
            return Stream.of(unchangeable)
                    .allMatch(name -> properties.path(name).equals(before.path(name)));
        }

        /** The text at a path of names separated by dots; empty if it is missing. */
        public Optional<String> text(String path) {
            JsonNode value = at(path);
            return value.isMissingNode() ? Optional.empty() : Optional.of(Value.textOf(value, path));
        }

        /** A required text. */
        public String required(String path) {
            return text(path)
                    .orElseThrow(() -> new AwsError("ValidationError", "Property " + path + " cannot be empty."));
        }

        /** The content of an {@link #S3_OBJECT}. */
        byte[] object(String path) {
            return artifacts.object(required(path + ".S3Bucket"), required(path + ".S3Key"));
        }

        /** A whole number, or the default if it is missing. */
        int number(String path, int otherwise) {
            Optional<String> value = text(path);
            try {
                return value.map(Integer::parseInt).orElse(otherwise);
            } catch (NumberFormatException e) {
                throw new AwsError("ValidationError", path + ": must be a whole number, got " + value.orElse("") + ".");
            }
        }

        /** The value at a path; a missing node if there is none. */
        JsonNode at(String path) {
            JsonNode value = properties;
            for (String name : path.split("\\.", -1)) {
                value = value.path(name);
            }
            return value;
        }

        /** The values of a mapping of texts. */
        public Map<String, String> texts(String path) {
            Map<String, String> texts = new LinkedHashMap<>();
            at(path).properties()
                    .forEach(field ->
                            texts.put(field.getKey(), Value.textOf(field.getValue(), path + "." + field.getKey())));
            return texts;
        }

        /** The values of a list of keys and values, such as tags. */
        public Map<String, String> pairs(String path) {
            Map<String, String> pairs = new LinkedHashMap<>();
            at(path).forEach(pair -> pairs.put(
                    Value.textOf(pair.path("Key"), path + ".Key"), Value.textOf(pair.path("Value"), path + ".Value")));
            return pairs;
        }

        /** The texts of a list. */
        List<String> list(String path) {
            List<String> texts = new ArrayList<>();
            at(path).forEach(item -> texts.add(Value.textOf(item, path)));
            return texts;
        }
    }
}
