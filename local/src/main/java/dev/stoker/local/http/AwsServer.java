// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.time.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The HTTP server of the embedded AWS, on the loopback address.
 *
 * <p>No thread waits for an answer: one thread reads the request, the timeline creates the answer, now or in five
 * minutes, and another thread writes it. So a thousand long executions do not block other requests.
 */
final class AwsServer implements Api.Listening {
    static {
        // The JDK's server sends headers and body in two packets; with Nagle's algorithm the second packet waits 40 ms.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        // Beyond 200 idle connections it would close further ones, and the next request on one of them would fail.
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "100000");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final Timeline timeline;
    private final List<Api> apis;
    private final Api uncovered;
    private final Consumer<Throwable> failures;
    private final ExecutorService threads = Executors.newCachedThreadPool(AwsServer::daemon);

    private AwsServer(HttpServer server, Timeline timeline, List<Api> apis, Consumer<Throwable> failures) {
        this.server = server;
        this.timeline = timeline;
        this.apis = List.copyOf(apis);
        this.uncovered = new UnsupportedRequests(apis);
        this.failures = failures;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** See {@link Api#listen}. */
    static AwsServer listen(int port, Timeline timeline, List<Api> apis, Consumer<Throwable> failures)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        AwsServer listening = new AwsServer(HttpServer.create(address, 1024), timeline, apis, failures);
        listening.server.start();
        return listening;
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Optional<WireResponse> refused = RequestGuard.refuse(exchange);
            if (refused.isPresent()) {
                send(exchange, refused.get());
            } else {
                read(exchange, WireRequest.headOf(exchange));
            }
        } catch (IllegalArgumentException malformed) {
            send(exchange, WireResponse.json(400, JsonText.object().put("message", malformed.getMessage())));
        }
    }

    private void read(HttpExchange exchange, WireRequest head) throws IOException {
        Api api = apiOf(head);
        try {
            route(exchange, head.with(RequestGuard.read(exchange, api.mostBytes(head))));
        } catch (AwsError tooLarge) {
            send(exchange, api.refusal(head, tooLarge));
        }
    }

    private Api apiOf(WireRequest request) {
        return apis.stream().filter(one -> one.serves(request)).findFirst().orElse(uncovered);
    }

    private void route(HttpExchange exchange, WireRequest request) {
        Api api = apiOf(request);
        timeline.post(() -> answer(api, request, response -> send(exchange, response)));
    }

    private void answer(Api api, WireRequest request, Consumer<WireResponse> reply) {
        try {
            api.answer(request, reply);
        } catch (AwsError refused) {
            reply.accept(api.refusal(request, refused));
        } catch (RuntimeException broken) {
            failures.accept(broken);
            reply.accept(api.refusal(request, new AwsError("InternalFailure", 500, broken.toString())));
        }
    }

    private void send(HttpExchange exchange, WireResponse response) {
        try {
            threads.execute(() -> write(exchange, response));
        } catch (RejectedExecutionException closed) {
            // The server was closed in the meantime.
        }
    }

    private static void write(HttpExchange exchange, WireResponse response) {
        try (exchange) {
            response.headers().forEach(exchange.getResponseHeaders()::set);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head || response.body().length == 0) {
                exchange.sendResponseHeaders(response.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(response.status(), response.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(response.body());
            }
        } catch (IOException gone) {
            // The client has closed the connection.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stoker-http");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
