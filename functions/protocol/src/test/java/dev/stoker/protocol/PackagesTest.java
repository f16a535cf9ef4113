// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packages say of themselves, also where there is no interpreter to build them. */
class PackagesTest {
    @Test
    void all_have_the_version_of_the_project() throws IOException {
        String version = "\"" + Versions.released() + "\"";
        assertThat(text("functions/python/pyproject.toml")).contains("\nversion = " + version + "\n");
        assertThat(text("functions/python/stoker_warmable.py")).contains("\n__version__ = " + version + "\n");
        assertThat(text("functions/node/package.json")).contains("\n  \"version\": " + version + ",\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions/python", "functions/node"})
    void each_carries_the_licence_of_the_project(String folder) {
        assertThat(Repository.ROOT.resolve(folder).resolve("LICENSE"))
                .hasSameTextualContentAs(Repository.ROOT.resolve("LICENSE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "functions/python/stoker_warmable.py",
                "functions/node/index.js",
                "functions/node/lambda.mjs",
                "functions/node/index.d.ts"
            })
    void each_file_names_its_licence(String file) throws IOException {
        assertThat(text(file)).containsPattern("\\A(#|//) SPDX-License-Identifier: Apache-2.0\n");
    }

    private static String text(String file) throws IOException {
        Path path = Repository.ROOT.resolve(file);
        return Files.readString(path);
    }
}
