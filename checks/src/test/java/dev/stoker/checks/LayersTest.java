// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code WithLayer} names the languages whose layers the template publishes. */
class LayersTest {
    private static final Map<String, String> BY_LANGUAGE =
            Map.of("java", "StokerLibrary", "python", "StokerPythonLibrary", "nodejs", "StokerNodeLibrary");

    @Test
    void every_value_publishes_the_layers_of_the_languages_that_it_names_and_no_others() {
        JsonNode values = Template.ROOT.at("/Parameters/WithLayer/AllowedValues");
        assertThat(values).hasSize(9);
        for (JsonNode value : values) {
            assertThat(Deployment.deploy(Map.of("WithLayer", value.asText()))
                            .resources("AWS::Lambda::LayerVersion")
                            .keySet())
                    .as(value.asText())
                    .isEqualTo(layersOf(value.asText()));
        }
    }

    @Test
    void without_a_value_there_is_none() {
        assertThat(Deployment.deploy(Map.of()).resources("AWS::Lambda::LayerVersion"))
                .isEmpty();
    }

    private static Set<String> layersOf(String value) {
        Set<String> layers = new TreeSet<>();
        List<String> languages = value.equals("true") ? List.of("java") : List.of(value.split(","));
        for (String language : languages) {
            if (!language.equals("false")) {
                layers.add(BY_LANGUAGE.get(language));
            }
        }
        return layers;
    }
}
