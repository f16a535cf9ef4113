// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.tasks;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The task integration of a service, for one Resource. */
public interface TaskService {
    /**
     * The allowed fields of Arguments, each with JSONata's name of its type, or {@code any}. A definition or a call
     * with other fields is rejected. Empty means that Arguments may be any value.
     */
    Map<String, String> fields();

    /** The required fields of Arguments. */
    Set<String> requiredFields();

    /**
     * Begins a call. Runs on the timeline and must not block; the answer is passed to the reply, at once or later.
     *
     * @param call the call
     * @param reply receives the answer, from any thread; only the first answer counts
     */
    void start(TaskCall call, TaskReply reply);

    /**
     * The AWS SDK integration {@code aws-sdk:service:action} of an action that is answered at once.
     *
     * @param service the prefix of error names in Step Functions, such as Ssm
     * @param fields the allowed fields of Arguments, each with JSONata's name of its type
     * @param requiredFields the required fields
     * @param action computes the result from the arguments; an AwsError that it throws fails the task
     */
    static TaskService action(
            String service,
            Map<String, String> fields,
            Set<String> requiredFields,
            Function<JsonObject, Object> action) {
        return new SdkAction(service, fields, requiredFields, action);
    }

    /** The problems of the names of an object's members, in a definition or in a call. */
    default List<String> problemsOfNames(Set<String> names) {
        List<String> problems = new ArrayList<>();
        if (!fields().isEmpty()) {
            for (String name : new TreeSet<>(names)) {
                if (!fields().containsKey(name)) {
                    problems.add("The field '" + name + "' is not supported here, where there are: "
                            + new TreeSet<>(fields().keySet()));
                }
            }
        }
        for (String name : new TreeSet<>(requiredFields())) {
            if (!names.contains(name)) {
                problems.add("The field '" + name + "' is required but was missing");
            }
        }
        return problems;
    }

    /** The problems of the arguments of a call; empty if they are valid. */
    default List<String> problemsOf(Object arguments) {
        if (fields().isEmpty()) {
            return List.of();
        }
        if (!(arguments instanceof JsonObject object)) {
            return List.of("Arguments must be an object, but was '" + Json.typeName(arguments) + "'");
        }
        List<String> problems = problemsOfNames(object.keySet());
        fields().forEach((name, type) -> {
            Object value = object.get(name);
            if (value != null && !type.equals("any") && !Json.typeName(value).equals(type)) {
                problems.add("The field '" + name + "' must be a " + type + ", but was '" + Json.typeName(value) + "'");
            }
        });
        return problems;
    }

    /**
     * A call of a Task state.
     *
     * @param resource the Resource in the definition
     * @param arguments a JSON value that matches the service's fields
     * @param executionArn the calling execution
     * @param state the name of the calling state
     */
    record TaskCall(String resource, Object arguments, String executionArn, String state) {
        /** The arguments of a service with fields, which are an object. */
        public JsonObject object() {
            return (JsonObject) arguments;
        }
    }

    /** Receives the answer of a service to a Task state, from any thread. */
    interface TaskReply {
        /**
         * The call succeeded.
         *
         * @param result a JSON value
         */
        void succeed(Object result);

        /**
         * The call failed.
         *
         * @param error the name of the error, such as Lambda.TooManyRequestsException
         * @param cause a text, often JSON
         */
        void fail(String error, String cause);
    }

    /**
     * Faults between Task states and the services that they call: calls that start late. Tests can also make calls fail
     * or never answer.
     */
    @FunctionalInterface
    interface TaskFaults {
        /** No faults. */
        TaskFaults NONE = (resource, service) -> service;

        /**
         * Wraps a service.
         *
         * @param resource the part after {@code arn:aws:states:::}, such as {@code aws-sdk:ssm:getParameter}
         * @param service the service
         * @return the service to call instead, with the same fields
         */
        TaskService before(String resource, TaskService service);

        /** These faults and others, which are applied later. */
        default TaskFaults and(TaskFaults others) {
            return (resource, service) -> before(resource, others.before(resource, service));
        }

        /**
         * Delays calls of one Resource.
         *
         * @param late the part after {@code arn:aws:states:::}
         * @param delayMillis returns the delay in milliseconds, called once for each call
         */
        static TaskFaults late(String late, Timeline timeline, LongSupplier delayMillis) {
            return (resource, service) ->
                    resource.equals(late) ? new LateTask(service, timeline, delayMillis) : service;
        }
    }

    /** All task integrations, by their Resource. */
    final class TaskCatalogue {
        /** The name for a Resource that is the ARN of a function. */
        public static final String FUNCTION_ARN = "(the ARN of a function)";

        private static final Pattern INTEGRATION = Pattern.compile("arn:aws[a-z-]*:states:[a-z0-9-]*:[0-9]*:(.+)");
        private static final Pattern FUNCTION = Pattern.compile(
                "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[$A-Za-z0-9_-]+)?");

        private final Map<String, TaskService> services;

        /**
         * Creates a catalogue.
         *
         * @param services the services by the part after {@code arn:aws:states:::}, such as {@code lambda:invoke}
         */
        public TaskCatalogue(Map<String, TaskService> services) {
            this.services = new TreeMap<>(services);
        }

        /** The service of a Resource, if there is one. */
        public Optional<TaskService> find(String resource) {
            if (isFunction(resource)) {
                return Optional.ofNullable(services.get(FUNCTION_ARN));
            }
            Matcher integration = INTEGRATION.matcher(resource);
            return integration.matches() ? Optional.ofNullable(services.get(integration.group(1))) : Optional.empty();
        }

        /** All names, for messages. */
        public String names() {
            return String.join(", ", services.keySet());
        }

        /** Whether a Resource is the ARN of a function itself. */
        public static boolean isFunction(String resource) {
            return FUNCTION.matcher(resource).matches();
        }

        /** AWS's action of a task with this Resource: {@code invoke}, or the function's ARN. */
        public static String action(String resource) {
            return isFunction(resource) ? resource : resource.substring(resource.lastIndexOf(':') + 1);
        }

        /** AWS's type of a task with this Resource: {@code lambda}, {@code aws-sdk:sfn}, or the function's ARN. */
        public static String type(String resource) {
            Matcher integration = INTEGRATION.matcher(resource);
            if (!integration.matches()) {
                return resource;
            }
            String service = integration.group(1);
            return service.substring(0, service.lastIndexOf(':'));
        }
    }
}
