// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Proxy;

/** What an evaluation may use, held while it runs. */
final class Bounds {

    static final String DEPTH = "Stack overflow error: Check for non-terminating recursive function. Consider"
            + " rewriting as tail-recursive";

    static final String MEMORY = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    /** Ours: AWS stops an evaluation that never ends, too, but after which time is not published. */
    private static final int MOST_STEPS = 10_000_000;

    private int steps;

    /** Forgets the evaluation before. */
    void begin() {
        steps = 0;
    }

    /** Holds all evaluations of a program. It is a proxy because the interface speaks of a type that is not public. */
    void hold(Jsonata program) {
        program.assign(
                "__evaluate_entry",
                Proxy.newProxyInstance(
                        Bounds.class.getClassLoader(),
                        new Class<?>[] {Jsonata.EntryCallback.class},
                        (proxy, method, args) -> {
                            countStep();
                            return null;
                        }));
    }

    static JException memory() {
        return new JException(MEMORY, -1);
    }

    private void countStep() {
        if (++steps > MOST_STEPS) {
            throw new JException(TIME, -1);
        }
    }
}
