// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** A text at a path of names with points between them; null if it is not there. */
    String text(String path) {
        JsonNode value = at(path);
        return value.isMissingNode() ? null : ResourceFailed.textOf(value, path);
    }

    /** A text that must have come out. */
    String required(String path) {
        String value = text(path);
        if (value == null) {
            throw new ResourceFailed("Property " + path + " cannot be empty.");
        }
        return value;
    }

    /** A whole number; the default if it is not there. */
    int number(String path, int otherwise) {
        String value = text(path);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ResourceFailed(path + ": must be a whole number, got " + value + ".");
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
                .forEach(field -> texts.put(
                        field.getKey(), ResourceFailed.textOf(field.getValue(), path + "." + field.getKey())));
        return texts;
    }

    /** The texts of a list. */
    List<String> list(String path) {
        List<String> texts = new ArrayList<>();
        at(path).forEach(item -> texts.add(ResourceFailed.textOf(item, path)));
        return texts;
    }
}
