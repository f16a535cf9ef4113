// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The Lambda Runtime API for one process and a few events. */
final class SmallRuntimeApi implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final Deque<String> events;
    private final HttpServer server;
    private int next;

    SmallRuntimeApi(List<String> events) throws IOException {
        this.events = new ArrayDeque<>(events);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2018-06-01/runtime/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void report(String what) {
        reports.add(what);
    }

    /** Waits for what the process reports next. */
    String take() throws InterruptedException {
        String report = reports.poll(2, TimeUnit.MINUTES);
        assertThat(report).as("the runtime reports something").isNotNull();
        return report;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/next")) {
            next(exchange);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        report((path.endsWith("/init/error") ? "INIT error " : path.endsWith("/error") ? "error " : "answer ") + body);
    }

    /** Lets the process wait when there are no more. */
    private synchronized void next(HttpExchange exchange) throws IOException {
        String event = events.poll();
        if (event == null) {
            return;
        }
        next++;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-00000000000" + next);
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
        exchange.getResponseHeaders()
                .add(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-1:123456789012:function:orders:live");
        exchange.getResponseHeaders().add("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
