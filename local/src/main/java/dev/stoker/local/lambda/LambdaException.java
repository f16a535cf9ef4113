// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** An error of the service with AWS's own name for it, so that users' catch blocks are tested too. */
public final class LambdaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int status;
    private final String reason;

    LambdaException(String code, int status, String message, String reason) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.reason = reason;
    }

    /** AWS's name, such as {@code ResourceNotFoundException}. */
    public String code() {
        return code;
    }

    /** The HTTP status that AWS answers with. */
    public int status() {
        return status;
    }

    /** Why a request was throttled, such as {@code ConcurrentInvocationLimitExceeded}; null for other errors. */
    public String reason() {
        return reason;
    }

    /** Whether concurrency was the reason. */
    public boolean isThrottle() {
        return status == 429;
    }
}
