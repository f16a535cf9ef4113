// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * The Runtime API over HTTP, on one connection that stays open. The JDK's own clients would add 100 ms to each INIT.
 */
final class HttpRuntimeApi implements RuntimeApi {
    private static final String ROOT = "/2018-06-01/runtime/";

    /**
     * X-Ray's SDK reads the current trace from this property. Source: Lambda developer guide, "configuration-envvars".
     */
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    private final String host;
    private final InputStream in;
    private final OutputStream out;

    /** Opens the connection, which stays open until the process ends. */
    @SuppressWarnings("resource")
    HttpRuntimeApi(String hostAndPort) throws IOException {
        int colon = hostAndPort.lastIndexOf(':');
        InetAddress address = InetAddress.getByName(hostAndPort.substring(0, colon));
        Socket socket = new Socket(address, Integer.parseInt(hostAndPort.substring(colon + 1)));
        socket.setTcpNoDelay(true);
        this.host = hostAndPort;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    @Override
    public NextInvocation next() throws IOException {
        HttpMessage answer = exchange(new HttpMessage("GET " + ROOT + "invocation/next HTTP/1.1"));
        String trace = answer.header("Lambda-Runtime-Trace-Id");
        if (trace == null) {
            System.clearProperty(TRACE_PROPERTY);
        } else {
            System.setProperty(TRACE_PROPERTY, trace);
        }
        return new NextInvocation(
                required(answer, "Lambda-Runtime-Aws-Request-Id"),
                required(answer, "Lambda-Runtime-Invoked-Function-Arn"),
                Long.parseLong(required(answer, "Lambda-Runtime-Deadline-Ms")),
                trace,
                answer.body());
    }

    @Override
    public void response(String requestId, byte[] payload) throws IOException {
        exchange(new HttpMessage("POST " + ROOT + "invocation/" + requestId + "/response HTTP/1.1").body(payload));
    }

    @Override
    public void error(String requestId, byte[] error) throws IOException {
        exchange(new HttpMessage("POST " + ROOT + "invocation/" + requestId + "/error HTTP/1.1").body(error));
    }

    @Override
    public void initError(byte[] error) throws IOException {
        exchange(new HttpMessage("POST " + ROOT + "init/error HTTP/1.1").body(error));
    }

    private static String required(HttpMessage answer, String header) {
        return requireNonNull(answer.header(header), header);
    }

    private HttpMessage exchange(HttpMessage request) throws IOException {
        request.with("Host", host).writeTo(out);
        Optional<HttpMessage> read = HttpMessage.read(in);
        if (read.isEmpty()) {
            throw new IOException("the Runtime API closed the connection");
        }
        HttpMessage answer = read.get();
        if (!answer.startLine().startsWith("HTTP/1.1 2")) {
            throw new IOException("the Runtime API answered " + answer.startLine());
        }
        return answer;
    }
}
