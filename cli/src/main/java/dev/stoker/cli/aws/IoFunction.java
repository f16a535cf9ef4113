// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.IOException;

/** A function that reads and may fail at it. */
@FunctionalInterface
public interface IoFunction<T, R> {
    /**
     * Reads.
     *
     * @throws IOException if that fails
     */
    R apply(T from) throws IOException;
}
