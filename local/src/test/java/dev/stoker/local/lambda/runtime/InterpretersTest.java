// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which interpreter on PATH runs a runtime, with small scripts in place of interpreters. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters of this test are shell scripts")
class InterpretersTest {
    @TempDir
    private Path folder;

    private Path interpreter(String place, String output, int status) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho '" + output + "'\nexit " + status + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private Interpreters onPath(String... folders) {
        StringBuilder path = new StringBuilder();
        for (String one : folders) {
            path.append(folder.resolve(one)).append(File.pathSeparator);
        }
        return new Interpreters(path.toString());
    }

    @Test
    void the_name_with_the_version_is_looked_for_first_in_all_folders() throws IOException {
        interpreter("a/python3", "3.13.1 /elsewhere/python3", 0);
        interpreter("b/python3.13", "3.13.0 /real/python3.13", 0);

        assertThat(onPath("a", "b").find("python3.13")).contains(Path.of("/real/python3.13"));
        assertThat(onPath("a").find("python3.13")).contains(Path.of("/elsewhere/python3"));
        assertThat(onPath("a", "b").refusal("python3.13")).isEmpty();
    }

    @Test
    void a_shim_that_starts_nothing_counts_as_none() throws IOException {
        interpreter("shims/python3.13", "not installed", 127);
        interpreter("b/python", "3.13.0 /real/python", 0);

        assertThat(onPath("shims", "b").find("python3.13")).contains(Path.of("/real/python"));
    }

    @Test
    void another_version_is_refused_with_what_is_there() throws IOException {
        Path eleven = interpreter("a/python3", "3.11.7 /usr/bin/python3", 0);

        assertThat(onPath("a").find("python3.10")).isEmpty();
        assertThat(onPath("a").refusal("python3.13"))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("python3.13: the embedded AWS runs it with the Python 3.13 on PATH")
                        .contains("PATH has only 3.11.7 as " + eleven)
                        .contains("Install Python 3.13"));
    }

    @Test
    void node_is_found_by_its_major_version_and_its_absence_reported() throws IOException {
        interpreter("a/node", "v22.1.0 /real/node", 0);

        assertThat(onPath("a").find("nodejs22.x")).contains(Path.of("/real/node"));
        assertThat(onPath("empty").refusal("nodejs22.x"))
                .contains("nodejs22.x: the embedded AWS runs it with the"
                        + " Node.js 22 on PATH, and PATH has none. Install Node.js 22 and put its folder on PATH.");
    }
}
