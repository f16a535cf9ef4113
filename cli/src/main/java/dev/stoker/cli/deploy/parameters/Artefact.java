// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A file of this machine that a resource of the template names.
 *
 * @param reference as the template writes it
 * @param file where it is
 * @param condition the condition of the resource; empty for none
 */
public record Artefact(String reference, Path file, String condition) {
    /** The conditions of the template's resources with files, and with which parameters they are true. A test compares them. */
    private static final Map<String, Predicate<Map<String, String>>> CONDITIONS = Map.of(
            "WithSample", values -> values.getOrDefault("TargetArns", "").isEmpty(),
            "WithJavaLayer",
                    values -> layers(values).contains("java") || layers(values).contains("true"),
            "WithPythonLayer", values -> layers(values).contains("python"),
            "WithNodeLayer", values -> layers(values).contains("nodejs"));

    private static List<String> layers(Map<String, String> values) {
        return List.of(values.getOrDefault("WithLayer", "false").split(",", -1));
    }

    /** Whether a stack with these values of the parameters contains the resource. A condition that is not known may be true. */
    public boolean isUsedWith(Map<String, String> values) {
        return CONDITIONS.getOrDefault(condition, any -> true).test(values);
    }
}
