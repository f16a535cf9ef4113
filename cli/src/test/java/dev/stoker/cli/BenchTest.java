// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stoker bench} says before it races. */
class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void a_contestant_that_is_not_known_is_wrong_use_with_all_names() {
        stoker("bench", "--contestants=stoker,lambda-wormer", "--output=" + folder)
                .ends(2)
                .printsFailure("--contestants: must be among lambda-warmer, serverless-plugin-warmup,");
    }

    @Test
    void a_folder_that_cannot_be_is_wrong_use() {
        stoker("bench", "--contestants=thundra", "--output=\0").ends(2).printsFailure("--output: must be a folder");
    }

    @Test
    void a_contestant_that_does_not_run_is_skipped_with_its_reason() {
        stoker("bench", "--no-processes", "--contestants=thundra", "--output=" + folder.resolve("race"))
                .ends(0);
    }
}
