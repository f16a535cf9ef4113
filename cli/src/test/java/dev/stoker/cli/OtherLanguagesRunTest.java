// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.local.OtherShop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code --package} with functions in other languages than Java, as processes with the interpreters of this machine. */
class OtherLanguagesRunTest {
    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @TempDir
    private Path folder;

    @Test
    void a_function_in_python_is_warmed_behind_stokers_library_and_answers_its_users() throws IOException {
        Ran ran = local(OtherShop.inPython(folder));

        assertThat(ran.ends(0).json().path("warm").asInt()).isEqualTo(2);
        assertThat(ids(ran)).hasSize(2);
        assertThat(ran.err()).contains("A user's request after the cycle was answered {\"sold\": \"tea\"}");
    }

    @Test
    void so_is_one_for_node() throws IOException {
        Ran ran = local(OtherShop.forNode(folder));

        assertThat(ran.ends(0).json().path("warm").asInt()).isEqualTo(2);
        assertThat(ids(ran)).hasSize(2);
        assertThat(ran.err()).contains("A user's request after the cycle was answered {\"sold\":\"tea\"}");
    }

    @Test
    void a_handler_that_its_package_lacks_is_wrong_use() throws IOException {
        String zip = "--package=" + OtherShop.zip(folder, "api.py", "");
        String[] run = {"run", "--local", "--concurrency=1", zip};

        stoker(Ran.and(new String[] {"--runtime=python3.13", "--handler=gone.handler"}, run))
                .ends(2)
                .printsFailure("--handler: must be a module and its function in", "got gone.handler");
        stoker(Ran.and(new String[] {"--runtime=nodejs22.x", "--handler=index.handler"}, run))
                .ends(2)
                .printsFailure("--handler: must be a file and its export in");
        stoker(Ran.and(new String[] {"--runtime=provided.al2023"}, run))
                .ends(2)
                .printsFailure("a program called bootstrap in");
    }

    @Test
    void a_clock_that_is_off_is_refused_where_it_cannot_be_set() throws IOException {
        stoker(
                        "run",
                        "--local",
                        "--concurrency=1",
                        "--package=" + OtherShop.zip(folder, "bootstrap", ""),
                        "--runtime=provided.al2",
                        "--faults=clock=1000")
                .ends(2)
                .printsFailure("clock cannot be set for a program of your own");
    }

    private static Ran local(String... more) {
        return stoker(Ran.and(more, "run", "--local", "--concurrency=2", "--json"));
    }

    private static List<String> ids(Ran ran) {
        List<String> ids = new java.util.ArrayList<>();
        for (JsonNode environment : ran.json().at("/targets/0/environments")) {
            ids.add(environment.path("id").asText());
        }
        return ids.stream().distinct().toList();
    }
}
