// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.IOException;

/** A function that reads and may throw an {@link java.io.IOException}. */
@FunctionalInterface
public interface IoFunction<T, R> {
    /**
     * Reads from the argument.
     *
     * @throws IOException if reading fails
     */
    R apply(T from) throws IOException;
}
