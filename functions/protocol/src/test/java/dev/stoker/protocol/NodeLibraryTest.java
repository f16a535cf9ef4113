// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoker.protocol.Language.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLibraryTest {
    private static final String[] FILES = {
        "LICENSE", "README.md", "index.d.ts", "index.js", "lambda.mjs", "package.json"
    };
    private static final String ORDERS = "exports.handler = async (event) => ({ ordered: event.item });";
    private static final String TELL = "console.log(JSON.stringify([await handler({ item: 'tea' }, {}),"
            + " Object.keys(await handler({ stoker: {} }, {}))]));";
    private static final String ANSWER = "[{\"ordered\":\"tea\"},[\"stoker\"]]\n";

    @TempDir
    private Path folder;

    @Test
    void its_own_tests_pass() throws IOException, InterruptedException {
        for (Interpreter node : Language.NODE.interpreters("the Node library's tests")) {
            String output = Run.in(Repository.NODE, node.command(), "--test", "--test-reporter=tap")
                    .succeeded();
            assertThat(output).contains("vectors of the protocol, version 1").contains("\n# fail 0\n");
            System.out.println("Node " + node.version() + ": "
                    + output.lines()
                            .filter(line -> line.startsWith("# pass "))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void its_package_has_six_files_installs_and_answers() throws IOException, InterruptedException {
        Language.NODE.interpreters("the Node package");
        Path sources = Repository.copy(Repository.NODE, folder.resolve("sources"));
        Path user = Files.createDirectories(folder.resolve("user"));
        Files.writeString(user.resolve("package.json"), "{}");
        Files.writeString(user.resolve("index.js"), ORDERS);
        JsonNode packed;
        try {
            packed = new ObjectMapper()
                    .readTree(Run.in(sources, "npm", "pack", "--json", "--loglevel=error")
                            .succeeded())
                    .get(0);
        } catch (IOException e) {
            Language.skip("the Node package: no npm on the path");
            return;
        }
        assertThat(packed.get("files").findValuesAsText("path")).containsExactlyInAnyOrder(FILES);
        assertThat(packed.get("version").textValue()).isEqualTo(Versions.released());
        String archive = sources.resolve(packed.get("filename").textValue()).toString();
        Run.in(user, "npm", "install", "--offline", "--no-audit", "--no-fund", archive)
                .succeeded();

        assertThat(answerOf(user, "import { handler } from 'stoker-warmable/lambda'; " + TELL))
                .isEqualTo(ANSWER);
        assertThat(answerOf(
                        user,
                        "import { warmable } from 'stoker-warmable'; const handler = warmable(async (event) =>"
                                + " ({ ordered: event.item })); " + TELL))
                .isEqualTo(ANSWER);
    }

    @Test
    void its_layer_has_the_package_where_lambda_looks_and_answers() throws IOException, InterruptedException {
        assertThat(Repository.unpackLayer("stoker-layer-nodejs.zip", folder.resolve("opt")))
                .containsExactlyInAnyOrder(
                        "nodejs/node_modules/stoker-warmable/index.d.ts",
                        "nodejs/node_modules/stoker-warmable/index.js",
                        "nodejs/node_modules/stoker-warmable/lambda.mjs",
                        "nodejs/node_modules/stoker-warmable/package.json");
        Path library = folder.resolve("opt/nodejs/node_modules/stoker-warmable");
        assertThat(library.resolve("index.js")).hasSameBinaryContentAs(Repository.NODE.resolve("index.js"));
        Language.NODE.interpreters("the Node layer's answer");
        Path user = Files.createDirectories(folder.resolve("task"));
        Files.writeString(user.resolve("index.js"), ORDERS);
        assertThat(answerOf(user, "import { handler } from '" + library.resolve("lambda.mjs") + "'; " + TELL))
                .isEqualTo(ANSWER);
    }

    private static String answerOf(Path user, String script) throws IOException, InterruptedException {
        Map<String, String> variables = Map.of("STOKER_HANDLER", "index.handler", "LAMBDA_TASK_ROOT", user.toString());
        return Run.in(user, variables, "node", "--input-type=module", "-e", script)
                .succeeded();
    }
}
