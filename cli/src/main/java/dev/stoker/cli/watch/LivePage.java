// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.watch.Buttons.InvalidException;
import dev.stoker.local.EmbeddedAccount.SchedulePlan;
import dev.stoker.local.EmbeddedAws.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The live page, on a port of its own on the loopback address. For a browser it is another origin than the embedded AWS,
 * whose port accepts no request of any page.
 */
public final class LivePage implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_BYTES = 1000;
    private static final long LONGEST_GOODBYE_SECONDS = 1;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpServer server;
    private final LocalAws aws;
    private final LiveEvents events;
    private final long minuteMillis;
    private final PageGuard guard;
    private final PageHtml html;
    private final Buttons buttons;
    private final ExecutorService threads = Executors.newCachedThreadPool(LivePage::daemon);
    private final CountDownLatch viewed = new CountDownLatch(1);
    private volatile boolean open = true;
    private volatile @Nullable Caption caption;

    /** What the page says of a story that is being shown. */
    private record Caption(String title, String text, boolean over) {}

    private LivePage(HttpServer server, LocalAws aws, LiveEvents events, long minuteMillis) {
        this.server = server;
        this.aws = aws;
        this.events = events;
        this.minuteMillis = minuteMillis;
        this.guard = new PageGuard(server.getAddress().getPort());
        this.html = PageHtml.of(aws.function());
        this.buttons = new Buttons(aws, events, threads);
    }

    /**
     * Serves the page from now on.
     *
     * @param events the events that the observers of this embedded AWS add to
     * @param minuteMillis how long a minute of the schedule lasts
     * @param port 0 for any free port
     * @throws IOException if the port is not available
     */
    public static LivePage start(LocalAws aws, LiveEvents events, long minuteMillis, int port) throws IOException {
        events.follow(aws);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        LivePage page = new LivePage(server, aws, events, minuteMillis);
        server.setExecutor(page.threads);
        server.createContext("/", page::handle);
        server.start();
        return page;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "live-page");
        thread.setDaemon(true);
        return thread;
    }

    /** The page's address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Waits for a few seconds until the page is open in a browser. Returns whether it is. */
    public boolean awaitViewer(long seconds) throws InterruptedException {
        return viewed.await(seconds, TimeUnit.SECONDS);
    }

    /**
     * Shows a part of a story.
     *
     * @param over whether it is the last part; until then the buttons do nothing, since they would change the story
     */
    public void tell(String title, String text, boolean over) {
        caption = new Caption(title, text, over);
        events.wake();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> refused = guard.refuse(exchange);
            if (refused.isPresent()) {
                send(exchange, FORBIDDEN, error(refused.get()));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /" -> {
                    html.headers().forEach(exchange.getResponseHeaders()::set);
                    write(exchange, OK, html.text());
                }
                case "GET /events" -> {
                    viewed.countDown();
                    new EventStream(events, this::writeState, () -> open).sendTo(exchange);
                }
                default -> press(exchange, path.substring(1));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void press(HttpExchange exchange, String button) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, NOT_FOUND, error("There is no " + button + " here. The page is at " + address() + "."));
            return;
        }
        Caption story = caption;
        if (story != null && !story.over()) {
            send(exchange, CONFLICT, error("The buttons work when the story is over."));
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        try {
            String done = buttons.press(button, new String(body, StandardCharsets.UTF_8));
            send(exchange, OK, Json.object().put("done", done));
        } catch (InvalidException | RefusedException refused) {
            send(exchange, BAD_REQUEST, error(String.valueOf(refused.getMessage())));
        }
    }

    private static ObjectNode error(String message) {
        return Json.object().put("error", message);
    }

    private void writeState(ObjectNode message) {
        message.put("now", aws.nowMillis());
        message.put("minuteMillis", minuteMillis);
        message.put("most", buttons.most());
        try {
            SchedulePlan plan = aws.schedule().plan();
            ObjectNode schedule = message.putObject("schedule");
            schedule.put("expression", plan.expression());
            schedule.put("enabled", plan.enabled());
            schedule.put("concurrency", aws.schedule().concurrency(plan));
            plan.nextTickAt().ifPresent(at -> schedule.put("next", at));
        } catch (RefusedException deleted) {
            message.putNull("schedule");
        }
        Caption story = caption;
        if (story != null) {
            message.putObject("story")
                    .put("title", story.title())
                    .put("text", story.text())
                    .put("over", story.over());
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, body.toString());
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Sends what is new, and ends the page. It says that the connection is lost, and keeps its picture. */
    @Override
    public void close() {
        open = false;
        events.wake();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow(); // a page that does not read, or a cycle that still runs
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
        server.stop(0);
    }
}
