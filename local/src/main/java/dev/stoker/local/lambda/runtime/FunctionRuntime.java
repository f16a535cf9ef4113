// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.OptionalLong;

/** A runtime that was started: serves one invocation at a time, after it said that it is initialised. Never blocks. */
public interface FunctionRuntime {
    /** Hands an invocation over. The one before must have ended. */
    void invoke(RuntimeInvocation invocation);

    /** What the function wrote since the last invocation was handed over, the last 4 KB of it at most. */
    Payload log();

    /** Ends it at once; it tells nothing more afterwards. */
    void stop();

    /** The process that it runs in, where it has one to itself. */
    default OptionalLong processId() {
        return OptionalLong.empty();
    }
}
