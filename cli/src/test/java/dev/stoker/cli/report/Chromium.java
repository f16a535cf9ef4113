// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import dev.stoker.cli.Skip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser without a window and without a network, that tells what became of a page. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Path browser;
    private final Path folder;

    private Chromium(Path browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** The browser of this machine; where there is none the test is skipped, and says why. */
    public static Chromium in(Path folder) {
        Path browser = find().orElseThrow(() -> Skip.because(
                "a look at the page",
                "there is no Chromium on PATH (looked for " + String.join(", ", NAMES)
                        + "). Debian: apt-get install chromium."));
        return new Chromium(browser, folder);
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command that starts it, without a page. */
    public List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"));
        command.addAll(List.of(options));
        return command;
    }

    /** The page's elements after its script ran, as HTML. */
    public String open(Path page, String... options) {
        List<String> command = command("--virtual-time-budget=5000", "--dump-dom");
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        try {
            Path log = folder.resolve("chromium.log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            process.getOutputStream().close();
            String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError("Chromium ended with " + exit + ": " + Files.readString(log));
            }
            return dom;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Chromium was looking", ended);
        }
    }

    /**
     * What an expression is worth in the page after its script ran and some statements more.
     *
     * @throws IOException if the page cannot be read
     */
    public String ask(Path page, String statements, String expression, String... options) throws IOException {
        String html = Files.readString(page)
                .replace(
                        "</body>",
                        "<script>" + statements
                                + "\ndocument.body.append(Object.assign(document.createElement('output'),"
                                + "{id:'answer',textContent:String(" + expression + ")}))</script></body>");
        String dom = open(Files.writeString(folder.resolve("asked.html"), html), options);
        String begin = "<output id=\"answer\">";
        return dom.substring(dom.indexOf(begin) + begin.length(), dom.lastIndexOf("</output>"));
    }
}
