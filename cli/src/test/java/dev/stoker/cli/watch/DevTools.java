// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.report.Chromium;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One tab of a browser, driven over the DevTools protocol by what the JDK has. Clicks and keys are those of a mouse and a keyboard.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class DevTools implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final Process process;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private String session = "";

    private DevTools(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Answers())
                .join();
    }

    /** Starts the browser with an empty tab. */
    static DevTools start(Chromium chromium) throws IOException {
        Process process = new ProcessBuilder(chromium.command("--remote-debugging-port=0", "about:blank")).start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String begin = "DevTools listening on ";
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            if (line.startsWith(begin)) {
                DevTools tools = new DevTools(process, URI.create(line.substring(begin.length())));
                drain(err);
                tools.attach();
                return tools;
            }
        }
        throw new IOException("Chromium ended before it was reachable");
    }

    /** A pipe that is full would stop the browser. */
    private static void drain(BufferedReader err) {
        Thread thread = new Thread(
                () -> {
                    try {
                        err.transferTo(Writer.nullWriter());
                    } catch (IOException closed) {
                        // The browser has ended.
                    }
                },
                "chromium-stderr");
        thread.setDaemon(true);
        thread.start();
    }

    private void attach() {
        String target = call("Target.createTarget", Json.object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call(
                        "Target.attachToTarget",
                        Json.object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        call("Page.enable", Json.object());
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = Json.read(text.toString(), JsonNode.class).orElseThrow();
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        waiting.remove(message.path("id").asLong(-1));
                if (answer != null) {
                    answer.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    /** Calls a method of the protocol, and returns its result. */
    JsonNode call(String method, ObjectNode parameters) {
        long id = lastId.incrementAndGet();
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode received = answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        if (received.has("error")) {
            throw new AssertionError(method + ": " + received.get("error"));
        }
        return received.path("result");
    }

    /** Runs a script before those of each page that is opened from now on. */
    void before(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", Json.object().put("source", script));
    }

    /** Opens a page, and waits until it is loaded. */
    void open(URI page) {
        call("Page.navigate", Json.object().put("url", page.toString()));
        await("document.readyState === 'complete'");
    }

    /** The value of an expression in the page; a promise is awaited. */
    JsonNode ask(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                Json.object()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** The text of an element. */
    String text(String selector) {
        return ask("document.querySelector('" + selector + "').textContent").asText();
    }

    /** Waits until a condition holds in the page, which looks before each of its frames. */
    void await(String condition) {
        ask("new Promise((done, late) => { const end = performance.now() + 30000; const look = () => { if (" + condition
                + ") done(true); else if (performance.now() > end) late(new Error('never: ' + " + quoted(condition)
                + " + '; said: ' + document.body.innerText)); else requestAnimationFrame(look); }; look(); })");
    }

    private static String quoted(String text) {
        return Json.object().textNode(text).toString();
    }

    /** Clicks in the middle of an element. */
    void click(String selector) {
        JsonNode middle = ask("(() => { const one = document.querySelector('" + selector
                + "'); one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()");
        for (String type : new String[] {"mouseMoved", "mousePressed", "mouseReleased"}) {
            call(
                    "Input.dispatchMouseEvent",
                    Json.object()
                            .put("type", type)
                            .put("x", middle.path(0).asDouble())
                            .put("y", middle.path(1).asDouble())
                            .put("button", type.equals("mouseMoved") ? "none" : "left")
                            .put("clickCount", type.equals("mouseMoved") ? 0 : 1));
        }
    }

    /** Presses a key, such as ArrowDown or Tab. */
    void press(String key, int code) {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            call(
                    "Input.dispatchKeyEvent",
                    Json.object()
                            .put("type", type)
                            .put("key", key)
                            .put("code", key)
                            .put("windowsVirtualKeyCode", code));
        }
    }

    /** Sets the size of the window. */
    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Sets a media feature, such as prefers-color-scheme. */
    void media(String feature, String value) {
        ObjectNode media = Json.object();
        media.putArray("features").addObject().put("name", feature).put("value", value);
        call("Emulation.setEmulatedMedia", media);
    }

    /** Writes a picture of the window into the folder that -Dstoker.pictures names, if it does. */
    void picture(String name) {
        String folder = System.getProperty("stoker.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            String png =
                    call("Page.captureScreenshot", Json.object()).path("data").asText();
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name), Base64.getDecoder().decode(png));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() throws IOException {
        session = "";
        call("Browser.close", Json.object());
        process.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        socket.abort();
    }
}
