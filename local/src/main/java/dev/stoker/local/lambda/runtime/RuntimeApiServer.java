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
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API of one environment, on its own port, which AWS_LAMBDA_RUNTIME_API contains. It works with any
 * runtime that implements version 2018-06-01.
 */
final class RuntimeApiServer implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";

    private static final Payload STREAMING = Payload.of("{\"errorType\":\"Runtime.ResponseStreaming\",\"errorMessage\":"
            + "\"the embedded AWS does not cover response streaming. Try it on AWS, or answer in one piece.\"}");

    private static final int STACK_BYTES = 256 * 1024;

    private final ServerSocket listening;
    private final RuntimeEvents events;
    private final Runnable firstPoll;
    private final BlockingQueue<RuntimeInvocation> pending = new LinkedBlockingQueue<>();
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();
    private final HeldFailure failure;
    private volatile boolean polled;

    /** Listens at once. Calls {@code firstPoll} when INIT has ended. */
    RuntimeApiServer(RuntimeEvents events, Runnable firstPoll) throws IOException {
        this.events = events;
        this.firstPoll = firstPoll;
        this.failure = new HeldFailure(events);
        this.listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    void invoke(RuntimeInvocation invocation) {
        pending.add(invocation);
    }

    /** The last error that the runtime reported, until it requests another invocation. */
    HeldFailure failure() {
        return failure;
    }

    /** Serves connections until closed, each on a thread of its own: clients with a pool open a second one when they like. */
    void serve() {
        while (!listening.isClosed()) {
            try {
                Socket accepted = listening.accept();
                Thread thread = new Thread(null, () -> serve(accepted), "runtime-api", STACK_BYTES);
                thread.setDaemon(true);
                connections.put(accepted, thread);
                thread.start();
            } catch (IOException closed) {
                // looked for above
            }
        }
        closeAll();
    }

    private void serve(Socket accepted) {
        try (accepted) {
            accepted.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(accepted.getInputStream());
            OutputStream out = accepted.getOutputStream();
            for (var request = HttpMessage.read(in); request.isPresent(); request = HttpMessage.read(in)) {
                answer(request.get()).writeTo(out);
            }
        } catch (IOException broken) {
            // The runtime ended, which its process reports, or the server was closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.remove(accepted);
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
            return outcome(path.substring(INVOCATION.length(), verb), path.substring(verb), request);
        }
        return new HttpMessage("HTTP/1.1 404 Not Found");
    }

    private HttpMessage outcome(String requestId, String verb, HttpMessage request) {
        switch (verb) {
            case "/response" -> {
                if ("streaming".equalsIgnoreCase(request.header("Lambda-Runtime-Function-Response-Mode"))) {
                    failure.hold(requestId, STREAMING);
                } else {
                    events.answered(requestId, Payload.of(request.body()));
                }
            }
            case "/error" -> failure.hold(requestId, Payload.of(request.body()));
            default -> {
                return new HttpMessage("HTTP/1.1 404 Not Found");
            }
        }
        return accepted();
    }

    private HttpMessage next() throws InterruptedException {
        failure.release();
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
                .with(
                        "Lambda-Runtime-Client-Context",
                        invocation.clientContext().orElse(null))
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
        } catch (IOException e) {
            // already closed
        }
        closeAll();
    }

    /** Wakes the threads that read from them, and those that wait for an invocation. */
    private void closeAll() {
        connections.forEach((open, thread) -> {
            thread.interrupt();
            try {
                open.close();
            } catch (IOException e) {
                // The connection cannot be used anymore either way.
            }
        });
    }

    /**
     * An error that a runtime reported. Its invocation ends when the runtime requests the next one, as on AWS: many end themselves
     * after an error, and must not be given an invocation before they are gone.
     */
    static final class HeldFailure {
        private final RuntimeEvents events;
        private String requestId = "";
        private Payload error = Payload.EMPTY;
        private boolean held;

        HeldFailure(RuntimeEvents events) {
            this.events = events;
        }

        synchronized void hold(String failedRequest, Payload reported) {
            requestId = failedRequest;
            error = reported;
            held = true;
        }

        /** The runtime continues. */
        synchronized void release() {
            if (held) {
                held = false;
                events.failed(requestId, error);
            }
        }

        /** Ends the runtime after the error that it reported. Returns false if it reported none. */
        synchronized boolean endsRuntime() {
            if (held) {
                events.failedAndEnded(requestId, error);
            }
            return held;
        }
    }
}
