// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/** Is told what executions do, as they do it: for progress, logs and histories. Must not throw. */
@FunctionalInterface
public interface ExecutionObserver {

    /** Looks away. */
    ExecutionObserver NONE = event -> {};

    /** Is told of one event, on the timeline. */
    void on(HistoryEvent event);
}
