// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, as other runtimes' clients send their answers. */
final class ChunkedBody {
    private ChunkedBody() {}

    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(HttpMessage.exactly(size, in));
            HttpMessage.line(in); // the line's end behind a chunk
        }
        while (!HttpMessage.present(HttpMessage.line(in)).isEmpty()) {
            // a trailer; the Runtime API knows none that matters here
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = HttpMessage.present(HttpMessage.line(in));
        int end = line.indexOf(';');
        return HttpMessage.number((end < 0 ? line : line.substring(0, end)).strip(), 16);
    }
}
