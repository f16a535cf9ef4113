// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.tasks;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Task states of one Resource call: the task integration of a service. */
public interface TaskService {
    /**
     * The fields that Arguments may have, each with JSONata's name of its type, or {@code any}; a definition with others
     * is refused, and so is a call. Empty means that Arguments may be any value.
     */
    Map<String, String> fields();

    /** Those of them that Arguments must have. */
    Set<String> requiredFields();

    /**
     * Begins a call. Runs on the timeline and must not block; the answer comes through the reply, at once or later.
     *
     * @param call what is called
     * @param reply takes the answer, from any thread; of several answers the first counts
     */
    void start(TaskCall call, TaskReply reply);

    /**
     * One action of a service's API as the AWS SDK integrations call it, {@code aws-sdk:service:action}; it is answered at once.
     *
     * @param service as Step Functions writes it before the names of errors, such as Ssm
     * @param fields that Arguments may have, each with JSONata's name of its type
     * @param requiredFields that they must have
     * @param action from the arguments to the result; an AwsError that it throws fails the task
     */
    static TaskService action(
            String service,
            Map<String, String> fields,
            Set<String> requiredFields,
            Function<JsonObject, Object> action) {
        return new SdkAction(service, fields, requiredFields, action);
    }

    /** What is wrong with the names of an object's members, be they in a definition or in a call. */
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

    /** What is wrong with the arguments of a call; nothing if the service can take them. */
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
     * @param resource the Resource, as the definition names it
     * @param arguments a JSON value, which the service's fields allow
     * @param executionArn the execution that calls
     * @param state the name of the state that calls
     */
    record TaskCall(String resource, Object arguments, String executionArn, String state) {
        /** The arguments of a service that has fields: they are an object then. */
        public JsonObject object() {
            return (JsonObject) arguments;
        }
    }

    /** Takes the answer of a service to a Task state; from any thread. */
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
     * What goes wrong between Task states and the services that they call: calls that start late, and whatever a test likes, which
     * may delay a call, refuse it, or never answer.
     */
    @FunctionalInterface
    interface TaskFaults {
        /** Nothing goes wrong. */
        TaskFaults NONE = (resource, service) -> service;

        /**
         * Puts itself before a service.
         *
         * @param resource what follows {@code arn:aws:states:::}, such as {@code aws-sdk:ssm:getParameter}
         * @param service what is called
         * @return what is called instead, with the same fields
         */
        TaskService before(String resource, TaskService service);

        /** These and others, which stand nearer to the service. */
        default TaskFaults and(TaskFaults others) {
            return (resource, service) -> before(resource, others.before(resource, service));
        }

        /**
         * Calls of one Resource start late.
         *
         * @param late what follows {@code arn:aws:states:::}
         * @param delayMillis called once for each, milliseconds
         */
        static TaskFaults late(String late, Timeline timeline, LongSupplier delayMillis) {
            return (resource, service) ->
                    resource.equals(late) ? new LateTask(service, timeline, delayMillis) : service;
        }
    }

    /** All task integrations, by the Resource that names them. */
    final class TaskCatalogue {
        /** In place of a name: the service that is called when Resource is the ARN of a function itself. */
        public static final String FUNCTION_ARN = "(the ARN of a function)";

        private static final Pattern INTEGRATION = Pattern.compile("arn:aws[a-z-]*:states:[a-z0-9-]*:[0-9]*:(.+)");
        private static final Pattern FUNCTION = Pattern.compile(
                "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[$A-Za-z0-9_-]+)?");

        private final Map<String, TaskService> services;

        /** Services by what follows {@code arn:aws:states:::}, such as {@code lambda:invoke}. */
        public TaskCatalogue(Map<String, TaskService> services) {
            this.services = new TreeMap<>(services);
        }

        /** The service of a Resource, or null if there is none. */
        public TaskService find(String resource) {
            if (FUNCTION.matcher(resource).matches()) {
                return services.get(FUNCTION_ARN);
            }
            Matcher integration = INTEGRATION.matcher(resource);
            return integration.matches() ? services.get(integration.group(1)) : null;
        }

        /** What there is, for messages. */
        public String names() {
            return String.join(", ", services.keySet());
        }

        /** How AWS calls a task of this Resource: {@code lambda}, {@code aws-sdk:sfn}, or the function's ARN. */
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
