// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One action on one resource that a policy allows.
 *
 * @param action such as lambda:InvokeFunction
 * @param resource an ARN, which may contain {@code *}
 */
record Grant(String action, String resource) {

    /** All pairs that a policy document allows. */
    static List<Grant> of(JsonNode document) {
        List<Grant> grants = new ArrayList<>();
        for (JsonNode statement : document.get("Statement")) {
            if (!statement.get("Effect").textValue().equals("Allow") || statement.has("NotAction")) {
                throw new IllegalStateException("a statement that this reader does not know: " + statement);
            }
            for (String action : Deployment.texts(statement.get("Action"))) {
                for (String resource : Deployment.texts(statement.get("Resource"))) {
                    grants.add(new Grant(action, resource));
                }
            }
        }
        return grants;
    }

    /** Matches as IAM does: {@code *} matches any text, other characters match themselves. */
    boolean covers(String wantedAction, String wantedResource) {
        return matches(action, wantedAction) && matches(resource, wantedResource);
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), text);
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
