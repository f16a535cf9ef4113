// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

/** An error that a service answers with, by AWS's own name for it. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int status;

    /**
     * An error with an HTTP status of its own.
     *
     * @param code AWS's name, such as {@code NoSuchBucket}
     */
    public AwsError(String code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** An error that AWS answers with HTTP 400. */
    public AwsError(String code, String message) {
        this(code, 400, message);
    }

    /** AWS's name. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whose fault it is, as AWS says it. */
    boolean isSenders() {
        return status < 500;
    }
}
