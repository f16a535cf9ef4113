// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** README.md of the folder shows the machines as they are. {@code -Dstoker.update=true} draws them again. */
class ReadmeTest {
    private static final Path FOLDER = Path.of(System.getProperty("stoker.root"), "statemachine");
    private static final Path README = FOLDER.resolve("README.md");

    @Test
    void the_pictures_and_tables_are_those_of_the_definitions() throws IOException {
        String before = Files.readString(README);
        String after = before;
        for (Path source : BuildDefinitions.sources(FOLDER)) {
            Map<String, Object> definition = DefinitionSource.read(source);
            String name = BuildDefinitions.name(source);
            after = replaced(after, name + ": picture", "```mermaid\n" + Drawing.of(definition) + "```\n");
            after = replaced(
                    after, name + ": variables", Variables.of(definition).table());
        }
        if (Boolean.getBoolean("stoker.update")) {
            Files.writeString(README, after);
        } else {
            assertThat(before)
                    .as("draw it anew: mvn -pl statemachine test -Dtest=ReadmeTest -Dstoker.update=true")
                    .isEqualTo(after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep-warm", "fan-out"})
    void every_variable_is_read_somewhere(String machine) throws IOException {
        assertThat(Variables.of(DefinitionSource.read(FOLDER.resolve(machine + ".asl.yaml")))
                        .neverRead())
                .isEmpty();
    }

    /** Replaces what stands between {@code <!-- mark -->} and {@code <!-- end -->}. */
    private static String replaced(String text, String mark, String content) {
        String begin = "<!-- " + mark + " -->\n";
        int from = text.indexOf(begin);
        assertThat(from).as("the mark " + begin).isNotNegative();
        int to = text.indexOf("<!-- end -->", from);
        return text.substring(0, from + begin.length()) + content + text.substring(to);
    }
}
