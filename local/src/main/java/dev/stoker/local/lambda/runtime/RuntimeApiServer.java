// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.HttpMessage;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API of one environment, on its own port, which AWS_LAMBDA_RUNTIME_API contains. It works with any
 * runtime that implements version 2018-06-01.
 */
final class RuntimeApiServer implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";

    private final ServerSocket listening;
    private final RuntimeEvents events;
    private final Runnable firstPoll;
    private final BlockingQueue<RuntimeInvocation> pending = new LinkedBlockingQueue<>();
    private volatile boolean polled;
    private volatile Socket connection;

    /** Listens at once. Calls {@code firstPoll} when INIT has ended. */
    RuntimeApiServer(RuntimeEvents events, Runnable firstPoll) throws IOException {
        this.events = events;
        this.firstPoll = firstPoll;
        this.listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    void invoke(RuntimeInvocation invocation) {
        pending.add(invocation);
    }

    /** Handles one connection after another until it is closed. */
    void serve() {
        while (!listening.isClosed()) {
            try (Socket accepted = listening.accept()) {
                connection = accepted;
                accepted.setTcpNoDelay(true);
                serve(accepted);
            } catch (IOException broken) {
                // the runtime ended, which the exit of its process reports, or the server was closed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(Socket accepted) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(accepted.getInputStream());
        OutputStream out = accepted.getOutputStream();
        for (HttpMessage request = HttpMessage.read(in); request != null; request = HttpMessage.read(in)) {
            answer(request).writeTo(out);
        }
    }

    private HttpMessage answer(HttpMessage request) throws InterruptedException {
        String[] line = request.startLine().split(" ", -1);
        String path = line.length == 3 ? line[1] : "";
        if (path.equals(INVOCATION + "next")) {
            return next();
        }
        if (path.equals(ROOT + "init/error")) {
            events.initFailed(Payload.of(request.body()));
            return accepted();
        }
        int verb = path.lastIndexOf('/');
        if (path.startsWith(INVOCATION) && verb > INVOCATION.length()) {
            return outcome(path.substring(INVOCATION.length(), verb), path.substring(verb), request.body());
        }
        return new HttpMessage("HTTP/1.1 404 Not Found");
    }

    private HttpMessage outcome(String requestId, String verb, byte[] body) {
        switch (verb) {
            case "/response" -> events.answered(requestId, Payload.of(body));
            case "/error" -> events.failed(requestId, Payload.of(body));
            default -> {
                return new HttpMessage("HTTP/1.1 404 Not Found");
            }
        }
        return accepted();
    }

    private HttpMessage next() throws InterruptedException {
        if (!polled) {
            polled = true;
            firstPoll.run();
            events.initialized();
        }
        RuntimeInvocation invocation = pending.take();
        return new HttpMessage("HTTP/1.1 200 OK")
                .with("Content-Type", "application/json")
                .with("Lambda-Runtime-Aws-Request-Id", invocation.requestId())
                .with("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMillis()))
                .with("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn())
                .with("Lambda-Runtime-Trace-Id", invocation.traceId())
                .body(invocation.payload().bytes());
    }

    private static HttpMessage accepted() {
        return new HttpMessage("HTTP/1.1 202 Accepted")
                .with("Content-Type", "application/json")
                .body(Payload.of("{\"status\":\"OK\"}").bytes());
    }

    @Override
    public void close() {
        try {
            listening.close();
            Socket open = connection;
            if (open != null) {
                open.close(); // also wakes a thread that reads from it
            }
        } catch (IOException e) {
            // already closed
        }
    }
}
