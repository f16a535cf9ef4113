// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource cannot be made. The message is the reason that the stack's events give. */
final class ResourceFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ResourceFailed(String reason) {
        super(reason, null, false, false);
    }

    /** @throws ResourceFailed if the value is no text, number or boolean */
    static String textOf(JsonNode value, String where) {
        if (value == null || !value.isValueNode()) {
            throw new ResourceFailed(where + ": must be a text, got " + value + ".");
        }
        return value.asText();
    }

    /** @throws ResourceFailed if the value is no list */
    static JsonNode listOf(JsonNode value, String where) {
        if (value == null || !value.isArray()) {
            throw new ResourceFailed(where + ": must be a list, got " + value + ".");
        }
        return value;
    }
}
