// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A stack as somebody asks for it.
 *
 * @param name of the stack
 * @param template YAML or JSON
 * @param parameters values by name
 * @param capabilities such as CAPABILITY_IAM
 * @param folder where the template's local files are looked for; null reads none
 * @param rollback whether what was made is removed when something cannot be made
 */
public record StackRequest(
        String name,
        String template,
        Map<String, String> parameters,
        Set<String> capabilities,
        Path folder,
        boolean rollback) {
    /** Everything that a template may ask for. */
    public static final Set<String> ALL_CAPABILITIES = Set.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND");

    /** Copies the collections. */
    public StackRequest {
        parameters = Map.copyOf(parameters);
        capabilities = Set.copyOf(capabilities);
    }

    /** A template of this machine, whose files are read where they lie. */
    public static StackRequest of(String name, String template, Path folder, Map<String, String> parameters) {
        return new StackRequest(name, template, parameters, ALL_CAPABILITIES, folder, true);
    }
}
