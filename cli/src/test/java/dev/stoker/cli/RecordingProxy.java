// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes requests on to an embedded AWS, and notes the IAM action that each needs. Source: Service Authorization Reference. */
final class RecordingProxy implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");
    private static final Map<String, String> OF_BUCKETS = Map.of(
            "HEAD", "s3:ListBucket",
            "GET", "s3:ListBucket",
            "PUT", "s3:CreateBucket",
            "DELETE", "s3:DeleteBucket");
    private static final Map<String, String> OF_OBJECTS = Map.of(
            "GET", "s3:GetObject",
            "PUT", "s3:PutObject",
            "DELETE", "s3:DeleteObject");

    final Set<String> actions = new ConcurrentSkipListSet<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final URI target;

    RecordingProxy(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            actions.add(action(exchange, new String(body, StandardCharsets.UTF_8)));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            target.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] content = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static String action(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.replace("AmazonSSM.", "ssm:");
        }
        if (body.startsWith("Action=")) {
            String operation = body.substring("Action=".length(), body.indexOf('&'));
            return (operation.equals("GetCallerIdentity") ? "sts:" : "cloudformation:") + operation;
        }
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.matches("/2015-03-31/functions/[^/]+/configuration")) {
            return "lambda:GetFunctionConfiguration";
        }
        if (query.startsWith("encryption")) {
            return "s3:PutEncryptionConfiguration";
        }
        if (query.startsWith("publicAccessBlock")) {
            return "s3:PutBucketPublicAccessBlock";
        }
        Map<String, String> actions = path.matches("/[^/]+/?") ? OF_BUCKETS : OF_OBJECTS;
        return actions.getOrDefault(exchange.getRequestMethod(), exchange.getRequestMethod() + " " + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
