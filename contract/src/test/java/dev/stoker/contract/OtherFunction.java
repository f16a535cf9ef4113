// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function in another language than Java, which starts slowly and greets, behind Stoker's library in its own package.
 *
 * @param runtime Lambda's identifier
 * @param startMillis how long an environment takes to start; AWS gives INIT 10 s
 * @param prime what primes it instead of an event, empty for none
 */
record OtherFunction(String runtime, long startMillis, String prime) {
    private static final String PYTHON = """
            import os, time
            time.sleep(int(os.environ["START_MILLIS"]) / 1000)

            greeting = "Hello, "

            def prime():
                global greeting
                greeting = "Hello again, "

            def greet(event, context):
                return greeting + event["name"]
            """;

    private static final String NODE = """
            const started = new Promise((resolve) => setTimeout(resolve, process.env.START_MILLIS));
            await started;
            let greeting = "Hello, ";
            export async function greet(event) {
              const answer = greeting + event.name;
              if (event.name === "nobody") greeting = "Hello again, ";
              return answer;
            }
            """;

    OtherFunction(String runtime, long startMillis) {
        this(runtime, startMillis, "");
    }

    private boolean isPython() {
        return runtime.startsWith("python");
    }

    String handler() {
        return isPython() ? "stoker_warmable.handler" : "node_modules/stoker-warmable/lambda.handler";
    }

    Map<String, String> environment() {
        return Map.of(
                "STOKER_HANDLER", "shop.greet", "START_MILLIS", Long.toString(startMillis), "STOKER_PRIME", prime);
    }

    /** Its package, with the library of the repository. */
    byte[] zip(Path root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    isPython() ? "shop.py" : "shop.mjs",
                    (isPython() ? PYTHON : NODE).getBytes(StandardCharsets.UTF_8));
            if (isPython()) {
                put(zip, "stoker_warmable.py", Files.readAllBytes(root.resolve("functions/python/stoker_warmable.py")));
            } else {
                for (String file : List.of("index.js", "lambda.mjs", "package.json")) {
                    byte[] content =
                            Files.readAllBytes(root.resolve("functions/node").resolve(file));
                    put(zip, "node_modules/stoker-warmable/" + file, content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
