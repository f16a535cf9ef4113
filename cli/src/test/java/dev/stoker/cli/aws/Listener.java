// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare TCP server for what no HTTP server does: dropping connections, or keeping silent. */
final class Listener implements AutoCloseable {
    /** What happens to a connection once its first request was read. */
    interface Treatment {
        void apply(Socket socket) throws IOException;
    }

    /** An execution without output, on a connection that stays open. */
    static final byte[] EMPTY_ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Length: 22\r\nContent-Type: application/x-amz-json-1.0"
                            + "\r\n\r\n{\"status\":\"SUCCEEDED\"}")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket server;
    private final List<String> firstRequests = new CopyOnWriteArrayList<>();

    Listener(Treatment treatment) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> accept(treatment), "listener");
        accepting.setDaemon(true);
        accepting.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The head of the first request of each connection. */
    List<String> firstRequests() {
        return List.copyOf(firstRequests);
    }

    private void accept(Treatment treatment) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                firstRequests.add(readRequest(socket));
                treatment.apply(socket);
            } catch (IOException closed) {
                // The client has seen what it was to see.
            }
        }
    }

    /** Reads a request whole, for one with bytes left to read would be reset and not ended; gives its head. */
    static String readRequest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
