// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.IOException;
import java.io.InputStream;

/** An event that breaks off: fails when it is read. */
final class BrokenStream extends InputStream {
    final IOException failure = new IOException("the event broke off");

    @Override
    public int read() throws IOException {
        throw failure;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        throw failure;
    }
}
