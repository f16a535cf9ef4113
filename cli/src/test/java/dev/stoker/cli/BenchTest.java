// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
    @Thorough
    void a_contestant_that_does_not_run_is_skipped_with_its_reason() throws IOException {
        Path race = Files.createDirectory(folder.resolve("race"));
        Path usersOfLongRace = Files.writeString(race.resolve("minute.txt"), "of an earlier race");

        Ran ran = stoker("bench", "--no-processes", "--contestants=thundra", "--output=" + race)
                .ends(0);

        assertThat(ran.out()).contains("Not run: Thundra's thundra-lambda-warmup. Its warmer is a jar");
        assertThat(usersOfLongRace).doesNotExist();
        assertThat(race.resolve("README.md"))
                .content()
                .contains("## Contestants that did not run", "- Thundra's thundra-lambda-warmup: Its warmer is a jar");
    }
}
