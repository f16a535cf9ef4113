// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A file with values of parameters, in the form that {@code sam deploy --parameter-overrides file://FILE} takes: YAML or
 * JSON, a name and a value each. A list is joined with commas.
 */
final class ParametersFile {
    private static final int MOST_BYTES = 1_048_576;

    private ParametersFile() {}

    /**
     * Reads the file.
     *
     * @throws Failure if it cannot be read, or has another form
     */
    static Map<String, String> read(String name) {
        String text = TextFile.notStdin("--parameters", MOST_BYTES, "Leave out what the template does not declare.")
                .read(name);
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
        } catch (YamlEngineException bad) {
            throw wrong(name, "is not YAML: " + OneLine.of(bad.getMessage()));
        }
        if (!(document instanceof Map<?, ?> all)) {
            throw wrong(name, "has no names");
        }
        Map<String, String> values = new LinkedHashMap<>();
        all.forEach((key, value) -> values.put(String.valueOf(key), value(name, String.valueOf(key), value)));
        return values;
    }

    private static String value(String file, String key, Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        if (value instanceof Map<?, ?>) {
            throw wrong(file, "has an object for " + OneLine.of(key) + ", where JSON in quotes is needed");
        }
        return Objects.toString(value, "");
    }

    private static Failure wrong(String file, String problem) {
        return Failure.wrongUse("--parameters: must be a file with lines such as LogRetentionDays: 14, got "
                + OneLine.of(file) + ", which " + problem + ". docs/deploy.md has examples.");
    }
}
