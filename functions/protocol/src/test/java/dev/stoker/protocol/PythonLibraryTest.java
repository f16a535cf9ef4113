// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.protocol.Language.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonLibraryTest {
    /** Lambda's way: the module by its name, the handler by its attribute. */
    private static final String ASK = "import stoker_warmable as s, json; h = getattr(s, 'handler');"
            + " print(json.dumps([h({'item': 'tea'}, None), list(h({'stoker': {}}, None))]), s.__file__)";

    private static final String TELL = "import importlib.metadata as m; d = m.distribution('stoker-warmable');"
            + " print(d.metadata.as_string(), [str(f) for f in d.files])";

    private static final String ANSWER = "[{\"ordered\": \"tea\"}, [\"stoker\"]] ";
    private static final String ORDERS = "def handler(event, context): return {'ordered': event['item']}";

    @TempDir
    private Path folder;

    @Test
    void its_own_tests_pass_on_every_python_of_the_path() throws IOException, InterruptedException {
        for (Interpreter python : Language.PYTHON.interpreters("the Python library's tests")) {
            String output = Run.in(Repository.PYTHON, python.command(), "-m", "unittest")
                    .succeeded();
            assertThat(output).contains("vectors of the protocol, version 1").contains("\nOK");
            System.out.println("Python " + python.version() + ": "
                    + output.lines()
                            .filter(line -> line.startsWith("Ran "))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void its_package_builds_installs_and_answers() throws IOException, InterruptedException {
        String python =
                Language.PYTHON.interpreters("the Python package").get(0).command();
        Path sources = Repository.copy(Repository.PYTHON, folder.resolve("sources"));
        Run.Outcome venv = Run.in(folder, python, "-m", "venv", "venv");
        if (venv.exitCode() != 0) {
            Language.skip("the Python package: python3 -m venv does not work here");
        }
        String pip = folder.resolve("venv/bin/pip").toString();
        Run.Outcome installed = Run.in(
                folder,
                pip,
                "install",
                "--disable-pip-version-check",
                "--no-deps",
                "--no-cache-dir",
                sources.toString());
        if (installed.output().contains("No matching distribution found for flit_core")) {
            Language.skip("the Python package: pip cannot get flit_core, which builds it");
        }
        installed.succeeded();
        Files.writeString(folder.resolve("orders.py"), ORDERS);

        String answer = Run.in(
                        folder,
                        Map.of("STOKER_HANDLER", "orders.handler", "PYTHONPATH", folder.toString()),
                        folder.resolve("venv/bin/python").toString(),
                        "-c",
                        ASK)
                .succeeded();
        assertThat(answer).startsWith(ANSWER).contains("site-packages");
        assertThat(Run.in(folder, folder.resolve("venv/bin/python").toString(), "-c", TELL)
                        .succeeded())
                .contains("Name: stoker-warmable\n", "Version: " + Versions.released() + "\n")
                .contains("License-Expression: Apache-2.0\n", "Requires-Python: >=3.9\n", "licenses/LICENSE")
                .doesNotContain("Requires-Dist");
    }

    @Test
    void its_layer_has_the_one_file_where_lambda_looks_and_answers() throws IOException, InterruptedException {
        assertThat(Repository.unpackLayer("stoker-layer-python.zip", folder.resolve("opt")))
                .containsExactly("python/stoker_warmable.py");
        assertThat(folder.resolve("opt/python/stoker_warmable.py"))
                .hasSameBinaryContentAs(Repository.PYTHON.resolve("stoker_warmable.py"));
        String python =
                Language.PYTHON.interpreters("the Python layer's answer").get(0).command();
        Files.writeString(folder.resolve("orders.py"), ORDERS);
        String path = folder + ":" + folder.resolve("opt/python");
        assertThat(Run.in(folder, Map.of("STOKER_HANDLER", "orders.handler", "PYTHONPATH", path), python, "-c", ASK)
                        .succeeded())
                .startsWith(ANSWER + folder.resolve("opt/python"));
    }
}
