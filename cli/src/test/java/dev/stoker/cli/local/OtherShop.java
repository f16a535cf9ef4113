// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.Skip;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A user's functions in other languages than Java, which know nothing of Stoker, as the options of a command. Tests that ask for
 * one are skipped where this machine has no interpreter for it.
 */
public final class OtherShop {
    private static final String EVENT = "{\"item\":\"tea\"}";

    private OtherShop() {}

    /** In Python. */
    public static String[] inPython(Path folder) throws IOException {
        String runtime = runtime(Language.PYTHON, "import sys; print('python%d.%d' % sys.version_info[:2])", "-c");
        Path zip = zip(folder, "shop/api.py", "def sell(event, context):\n    return {'sold': event['item']}\n");
        return options(folder, zip, runtime, "shop.api.sell");
    }

    /** For Node. */
    public static String[] forNode(Path folder) throws IOException {
        String runtime = runtime(Language.NODE, "console.log(`nodejs${process.versions.node.split('.')[0]}.x`)", "-e");
        Path zip = zip(folder, "src/index.mjs", "export const sell = async (event) => ({ sold: event.item });");
        return options(folder, zip, runtime, "src/index.sell");
    }

    /** A package of one file. */
    public static Path zip(Path folder, String entry, String content) throws IOException {
        Path zip = folder.resolve("orders.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    private static String[] options(Path folder, Path zip, String runtime, String handler) throws IOException {
        Path event = Files.writeString(folder.resolve("event.json"), EVENT);
        return new String[] {"--package=" + zip, "--runtime=" + runtime, "--handler=" + handler, "--event=" + event};
    }

    /** Lambda's runtime of the interpreter that this machine has, by what it prints itself. */
    private static String runtime(Language language, String program, String option) {
        List<String> commands = language == Language.NODE
                ? List.of("node")
                : List.of("python3", "python3.13", "python3.12", "python3.11", "python3.10", "python3.9", "python3.14");
        return commands.stream()
                .map(command -> printed(command, option, program))
                .filter(language.runtimes()::contains)
                .findFirst()
                .orElseThrow(() -> Skip.because(
                        "a function of " + language,
                        "there is no interpreter on PATH for any of " + language.runtimes()));
    }

    /** Nothing if there is no such command, or it fails as a version manager's shim does. */
    private static String printed(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notThere) {
            return "";
        }
    }
}
