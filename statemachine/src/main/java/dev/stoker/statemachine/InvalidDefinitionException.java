// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import java.nio.file.Path;

/** A source is invalid. The message contains the file and the problem. */
public final class InvalidDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidDefinitionException(Path source, String problem) {
        super(source.getFileName() + ": " + problem);
    }
}
