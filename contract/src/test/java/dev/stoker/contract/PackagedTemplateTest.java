// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The changes of a template before CloudFormation receives it. */
final class PackagedTemplateTest {
    @Test
    void local_files_are_replaced_and_all_else_stays_as_it_is() {
        String template = """
                Resources:
                  Machine:
                    Properties:
                      DefinitionUri: ../statemachine/a.asl.json # the very file
                      DefinitionSubstitutions: {Arn: !Sub 'arn:${AWS::Partition}:x'}
                  Function:
                    Properties:
                      CodeUri: ../target/f.jar
                      Handler: a.B
                  Other:
                    Properties:
                      CodeUri: !Ref Elsewhere
                """;
        List<String> files = new ArrayList<>();

        String packaged = PackagedTemplate.rewrite(template, file -> {
            files.add(file);
            return "s3://bucket/$" + files.size();
        });

        assertThat(files).containsExactly("../statemachine/a.asl.json", "../target/f.jar");
        assertThat(packaged)
                .isEqualTo(template.replace("../statemachine/a.asl.json", "s3://bucket/$1")
                        .replace("../target/f.jar", "s3://bucket/$2"));
    }
}
