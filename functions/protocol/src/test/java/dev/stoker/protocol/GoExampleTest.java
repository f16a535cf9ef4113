// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GoExampleTest {
    private static final Path EXAMPLE = Repository.ROOT.resolve("examples/native-bootstrap");
    private static final Pattern COUNTS =
            Pattern.compile("(\\d+) vectors of the protocol, version 1, (\\d+) of them left out");

    @Test
    void it_runs_every_vector_and_its_program_compiles() throws IOException, InterruptedException {
        String version = Language.GO.interpreters("the example in Go").get(0).version();
        // The Go that is here, and nothing from a network: the example has no dependencies.
        Map<String, String> variables = Map.of("GOTOOLCHAIN", "local", "GOPROXY", "off", "GOFLAGS", "-mod=mod");
        String output = Run.in(EXAMPLE, variables, "go", "test", "-count=1", "-v", "./stoker")
                .succeeded();
        Matcher counts = COUNTS.matcher(output);
        assertThat(counts.find()).as(output).isTrue();
        assertThat(output).contains("\nok ");
        Run.in(EXAMPLE, variables, "go", "vet", "./...").succeeded();
        System.out.println("Go " + version + ": "
                + output.lines().filter(line -> line.startsWith("--- PASS")).count() + " tests passed");
        System.out.println("SKIPPED: " + counts.group(2) + " of " + counts.group(1)
                + " vectors in Go because the example leaves priming out, as the protocol allows");
    }
}
