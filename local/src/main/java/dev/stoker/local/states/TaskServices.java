// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services by the Resource that names them. */
final class TaskServices {

    /** In place of a name: the service that is called when Resource is the ARN of a function itself. */
    static final String FUNCTION_ARN = "(the ARN of a function)";

    private static final Pattern INTEGRATION = Pattern.compile("arn:aws[a-z-]*:states:[a-z0-9-]*:[0-9]*:(.+)");
    private static final Pattern FUNCTION =
            Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[$A-Za-z0-9_-]+)?");

    private final Map<String, TaskService> services;

    /** Services by what follows {@code arn:aws:states:::}, such as {@code lambda:invoke}. */
    TaskServices(Map<String, TaskService> services) {
        this.services = new TreeMap<>(services);
    }

    /** The service of a Resource, or null if there is none. */
    TaskService find(String resource) {
        if (FUNCTION.matcher(resource).matches()) {
            return services.get(FUNCTION_ARN);
        }
        Matcher integration = INTEGRATION.matcher(resource);
        return integration.matches() ? services.get(integration.group(1)) : null;
    }

    /** What there is, for messages. */
    String names() {
        return String.join(", ", services.keySet());
    }

    /** How AWS calls a task of this Resource: {@code lambda}, {@code aws-sdk:sfn}, or the function's ARN. */
    static String type(String resource) {
        Matcher integration = INTEGRATION.matcher(resource);
        if (!integration.matches()) {
            return resource;
        }
        String service = integration.group(1);
        return service.substring(0, service.lastIndexOf(':'));
    }
}
