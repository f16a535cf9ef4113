// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.account;

import static java.util.Objects.requireNonNull;

/** An error that a service returns, with AWS's own name, so that users can test their error handling. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;

    private final String code;
    private final int status;
    private final String reason;

    /** An error with HTTP status 400. */
    public AwsError(String code, String message) {
        this(code, 400, message);
    }

    /**
     * An error with another HTTP status.
     *
     * @param code AWS's name, such as {@code NoSuchBucket}
     */
    public AwsError(String code, int status, String message) {
        this(code, status, message, "");
    }

    private AwsError(String code, int status, String message, String reason) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.reason = reason;
    }

    /**
     * Lambda throttles a request.
     *
     * @param reason which limit, such as {@code ConcurrentInvocationLimitExceeded}
     */
    public static AwsError throttled(String reason) {
        return new AwsError("TooManyRequestsException", TOO_MANY_REQUESTS, "Rate Exceeded.", reason);
    }

    /** The message, which every error has. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }

    /** AWS's name. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Why a request was throttled, such as {@code ConcurrentInvocationLimitExceeded}; empty for other errors. */
    public String reason() {
        return reason;
    }

    /** Whether the request was throttled. */
    public boolean isThrottle() {
        return status == TOO_MANY_REQUESTS;
    }

    /** Whether the caller caused the error, and not the service. */
    public boolean isSenders() {
        return status < 500;
    }
}
