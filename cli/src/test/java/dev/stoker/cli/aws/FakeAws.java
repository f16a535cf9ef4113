// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Answers on the loopback, for one test, as AWS does on the wire: JSON 1.0 for states, query and XML for cloudformation,
 * REST for lambda.
 */
public final class FakeAws implements AfterEachCallback {
    /**
     * One request, as far as tests look at it.
     *
     * @param operation such as {@code StartSyncExecution}, or for lambda the method and the path
     * @param body as it came
     * @param accessKey who signed it
     */
    public record Request(String operation, String body, String accessKey) {}

    /** The version that every invocation of a function runs. */
    public static final String EXECUTED_VERSION = "8";

    /** How Lambda names them. */
    private static final Map<Integer, String> ERRORS = Map.of(
            404,
            "ResourceNotFoundException",
            403,
            "AccessDeniedException",
            412,
            "PreconditionFailedException",
            429,
            "TooManyRequestsException");

    private record Answer(int status, ByteBuffer body) {}

    private static final Answer NO_ANSWER = new Answer(404, utf8("{\"Message\":\"The test has no answer for this.\"}"));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Answer> once = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** Begins to listen. */
    public FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers this operation so from now on. */
    public FakeAws answers(String operation, int status, String body) {
        answers.put(operation, new Answer(status, utf8(body)));
        return this;
    }

    /** Answers the next request of this operation so, and later ones as before. */
    public FakeAws answersOnce(String operation, int status, String body) {
        once.put(operation, new Answer(status, utf8(body)));
        return this;
    }

    /** Hands out a file. */
    public FakeAws file(String operation, byte[] content) {
        answers.put(operation, new Answer(200, ByteBuffer.wrap(content)));
        return this;
    }

    /** An execution that ended well. */
    public FakeAws cycleSucceeds(String output) {
        return answers("StartSyncExecution", 200, "{\"status\":\"SUCCEEDED\",\"output\":" + quoted(output) + "}");
    }

    /** An execution that failed. */
    public FakeAws cycleFails(String error, String cause) {
        return answers(
                "StartSyncExecution",
                200,
                "{\"status\":\"FAILED\",\"error\":" + quoted(error) + ",\"cause\":" + quoted(cause) + "}");
    }

    /** A stack in this state, with KeepWarmArn among its outputs or without any. */
    public FakeAws stack(String status, String keepWarmArn) {
        return stack(status, keepWarmArn, Map.of());
    }

    /** The same, deployed with these parameters. */
    public FakeAws stack(String status, String keepWarmArn, Map<String, String> parameters) {
        StringBuilder deployedWith = new StringBuilder();
        parameters.forEach((name, value) -> deployedWith
                .append("<member><ParameterKey>")
                .append(name)
                .append("</ParameterKey><ParameterValue>")
                .append(value)
                .append("</ParameterValue></member>"));
        String outputs = keepWarmArn.isEmpty()
                ? ""
                : "<Outputs><member><OutputKey>KeepWarmArn</OutputKey><OutputValue>" + keepWarmArn
                        + "</OutputValue></member></Outputs>";
        return answers(
                "DescribeStacks",
                200,
                "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>s</StackName><StackStatus>"
                        + status + "</StackStatus><Parameters>" + deployedWith + "</Parameters>" + outputs
                        + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>");
    }

    /** What came for this operation. */
    public List<Request> requests(String operation) {
        return requests.stream()
                .filter(request -> request.operation().equals(operation))
                .toList();
    }

    /** All that came. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(operation(exchange, body), body, accessKey(exchange));
            requests.add(request);
            Answer first = once.remove(request.operation());
            Answer answer = first == null ? answers.getOrDefault(request.operation(), NO_ANSWER) : first;
            byte[] bytes = answer.body().array();
            String error = ERRORS.get(answer.status());
            if (error != null) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", error);
            }
            if (request.operation().contains("/invocations")) {
                exchange.getResponseHeaders().add("X-Amz-Executed-Version", EXECUTED_VERSION);
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        if (body.startsWith("Action=")) {
            return body.substring("Action=".length(), body.indexOf('&'));
        }
        return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    private static String accessKey(HttpExchange exchange) {
        String signed = exchange.getRequestHeaders().getFirst("Authorization");
        return signed == null ? "" : signed.replaceAll(".*Credential=([^/]*)/.*", "$1");
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    /** Listens no longer. */
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
