// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StokerTemplateTest {
    private static final Path OURS = Path.of(System.getProperty("stoker.root"), "infra", "template.yaml");

    @TempDir
    private Path folder;

    @Test
    void local_files_get_another_place_and_all_else_stays_as_it_is() throws IOException {
        String text = """
                Parameters:
                  First:
                    Type: String
                  Second:
                    Type: String
                Resources:
                  Machine:
                    Condition: WithSample
                    Properties:
                      DefinitionUri: ../a.json # the very file
                      DefinitionSubstitutions: {Arn: !Sub 'x'}
                  Function:
                    Properties:
                      CodeUri: f.jar
                  Other:
                    Properties:
                      CodeUri: !Ref Elsewhere
                """;
        StokerTemplate template = new StokerTemplate(Files.writeString(folder.resolve("t.yaml"), text));

        assertThat(template.parameters()).containsExactly("First", "Second");
        assertThat(template.artefacts()).extracting(Artefact::reference).containsExactly("../a.json", "f.jar");
        assertThat(template.artefacts()).extracting(Artefact::condition).containsExactly("WithSample", "");
        assertThat(template.with(artefact -> "s3://b/" + artefact.file().getFileName()))
                .isEqualTo(
                        text.replace("../a.json", "s3://b/a.json").replace("CodeUri: f.jar", "CodeUri: s3://b/f.jar"));
    }

    @Test
    void what_a_stack_does_not_use_is_not_needed() {
        assertThat(used(Map.of())).containsExactly("keep-warm.asl.json", "fan-out.asl.json", "sample.jar");
        assertThat(used(Map.of("TargetArns", "arn", "WithLayer", "python,nodejs")))
                .containsExactly(
                        "keep-warm.asl.json", "fan-out.asl.json", "stoker-layer-python.zip", "stoker-layer-nodejs.zip");
        assertThat(used(Map.of("TargetArns", "arn", "WithLayer", "true")))
                .containsExactly("keep-warm.asl.json", "fan-out.asl.json", "stoker-layer.zip");
    }

    private static List<String> used(Map<String, String> values) {
        return new StokerTemplate(OURS)
                .artefacts().stream()
                        .filter(artefact -> artefact.isUsedWith(values))
                        .map(artefact -> artefact.file().getFileName().toString())
                        .toList();
    }
}
