// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository clone of the launcher. The files to deploy are in it. */
public final class Clone {
    private Clone() {}

    /**
     * Returns its root folder.
     *
     * @throws Failure if the launcher did not set it
     */
    public static Path root() {
        String folder = System.getProperty("stoker.root", "");
        if (folder.isEmpty() || !Files.isRegularFile(Path.of(folder, "infra", "template.yaml"))) {
            throw failure("The embedded AWS deploys infra/template.yaml from a clone of Stoker, and no clone was found"
                    + (folder.isEmpty() ? "" : " in " + folder)
                    + ". Start the command with ./stoker in the root of a clone.");
        }
        return Path.of(folder);
    }

    /** The jar of functions/warmable. */
    static Path library() throws IOException {
        Path folder = root().resolve("functions/warmable/target");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, Clone::isLibrary)) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw failure(
                "Stoker's library is not built in " + folder + ". Start the command with ./stoker, which builds it.");
    }

    /** The jars with sources and Javadoc are in the same folder. */
    private static boolean isLibrary(Path file) {
        return file.getFileName().toString().matches("stoker-warmable-(?!.*-(sources|javadoc)\\.jar$).*\\.jar");
    }

    private static Failure failure(String message) {
        return new Failure(ExitCode.FAILED, "Stoker.NoClone", message);
    }
}
