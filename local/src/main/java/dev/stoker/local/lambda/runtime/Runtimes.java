// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

/** Starts runtimes of one kind. An execution environment has one runtime at a time, and a new one after a failure. */
public interface Runtimes extends AutoCloseable {
    /**
     * Starts a runtime, without waiting for it.
     *
     * @param events is told how it goes on; from any thread
     */
    FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events);

    /**
     * Readies what all runtimes of a function can share, as Lambda does while a new function is Pending. Nothing of the
     * function runs.
     *
     * @param code its package; null only for modelled runtimes
     */
    default void prepare(FunctionCode code, LayerStack layers) {}

    /** Stops all runtimes that still live, and removes what they left on the disk. */
    @Override
    void close();
}
