// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.local.Shop;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;

/** {@code stoker demo} in minutes of 0.3 s, and what it prints. */
final class DemoRun {
    private static final long MINUTE_MILLIS = 300;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Consumer<URI> browser = address -> {};

    /** What opens the live page instead of a browser. */
    void browseWith(Consumer<URI> opens) {
        browser = opens;
    }

    /** With a function that is no sample. */
    int runShop(Path folder, String... more) {
        try {
            return run(Stream.concat(
                            Stream.of("--jar=" + Shop.jarIn(folder), "--handler=" + Shop.HANDLER), Stream.of(more))
                    .toArray(String[]::new));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** In this JVM, with a sample that starts at once. */
    int run(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--environments=in-jvm";
        all[1] = "--env=SAMPLE_START_MILLIS=0";
        System.arraycopy(args, 0, all, 2, args.length);
        return execute(all);
    }

    /** With exactly these arguments. */
    int execute(String... args) {
        Terminal none = new Terminal(false, false, 80, false);
        Console console = new Console(out, err, none, StandardCharsets.UTF_8, false);
        CommandLine command =
                new CommandLine(new DemoCommand(console, MINUTE_MILLIS, new WatchedDemo(console, browser, () -> {})));
        return command.execute(args);
    }

    /** A burst of the JSON output in a few words. */
    static String burst(JsonNode json, String which) {
        return json.at(which + "/requests").asInt() + " requests, "
                + json.at(which + "/coldStarts").asInt() + " cold starts, "
                + json.at(which + "/failed").asInt() + " failed";
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
