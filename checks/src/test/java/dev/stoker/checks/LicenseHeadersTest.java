// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each source in the repository has a license header, also where the build does not format Java: scripts, pages, examples. */
final class LicenseHeadersTest {
    private static final String HEADER = "SPDX-License-Identifier: Apache-2.0";
    private static final String SOURCES =
            ".*\\.(java|kt|go|js|cjs|mjs|ts|py|sh|css|html|xml|yaml|yml|toml|tf)|.*Dockerfile";

    /** It is a part of windows.yaml, repeated. */
    private static final String PART = "cli/src/main/resources/dev/stoker/cli/advise/window.yaml";

    @Test
    void each_source_has_a_license_header() throws Exception {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(Repository.path("").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "Only a clone says which files are in the repository.");

        List<String> sources = Stream.of(listed.split("\0"))
                .filter(file -> Files.isRegularFile(Repository.path(file)))
                .filter(file -> file.matches(SOURCES) || isScript(file))
                .filter(file -> !file.equals(PART))
                .toList();

        assertThat(sources)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(file -> assertThat(Repository.text(file).lines().limit(5))
                        .as(file)
                        .anyMatch(line -> line.contains(HEADER)));
    }

    private static boolean isScript(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return !name.contains(".") && Repository.text(file).startsWith("#!");
    }
}
