// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import java.util.function.Consumer;

/** One service behind the server: a protocol and the operations that are covered. */
public interface Api {
    /** The service's name in signatures, such as {@code states}. */
    String service();

    /** Whether a request is meant for this service. May be called from any thread. */
    boolean serves(WireRequest request);

    /**
     * Answers a request, at once or later; runs on the timeline and must not block.
     *
     * @param reply takes the one answer
     * @throws AwsError if it is refused
     */
    void answer(WireRequest request, Consumer<WireResponse> reply);

    /** An error in this service's shape. */
    WireResponse refusal(WireRequest request, AwsError error);
}
