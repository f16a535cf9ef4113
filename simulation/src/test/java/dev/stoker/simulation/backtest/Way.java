// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

/** A way to keep a function warm. */
interface Way {
    /** Its name in the results. */
    String name();

    /** Whether it learns from days that do not count. If not, it sees only the last one of them. */
    boolean learns();

    /** Serves the requests of a scene from its begin to its end. */
    Outcome play(Scene scene);
}
