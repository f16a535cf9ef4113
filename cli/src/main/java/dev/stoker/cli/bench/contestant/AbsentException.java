// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

/** A contestant cannot run here. The message is the reason. */
public final class AbsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason in one sentence. */
    public AbsentException(String reason) {
        super(reason);
    }
}
