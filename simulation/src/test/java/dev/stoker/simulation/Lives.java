// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the real environments independently of Stoker: how many runtimes exist, how many have existed since the last
 * mark, how many sleep tasks hold, and how users were served.
 */
final class Lives implements LambdaObserver {
    private final Map<String, Integer> alive = new HashMap<>();
    private final Map<String, Integer> mostAlive = new HashMap<>();
    private final Map<String, Integer> seenAlive = new HashMap<>();
    private final Map<String, Set<String>> held = new HashMap<>();
    private final Map<String, Integer> userColdStarts = new HashMap<>();
    private final Map<String, Integer> displaced = new HashMap<>();

    /** Wraps runtimes to count their starts and ends. */
    Runtimes counting(Runtimes runtimes) {
        return new Runtimes() {
            @Override
            public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
                String function = requireNonNull(spec.variables().get("AWS_LAMBDA_FUNCTION_NAME"));
                mostAlive.merge(function, alive.merge(function, 1, Integer::sum), Math::max);
                seenAlive.merge(function, 1, Integer::sum);
                return new CountedRuntime(runtimes.start(spec, events), function);
            }

            @Override
            public void close() {
                runtimes.close();
            }
        };
    }

    /** Begins to count existing runtimes for {@link #livedSince}. */
    void mark(String function) {
        seenAlive.put(function, alive.getOrDefault(function, 0));
    }

    /** The number of a function's runtimes that have existed since the mark. */
    int livedSince(String function) {
        return seenAlive.getOrDefault(function, 0);
    }

    /** The maximum number of a function's runtimes at one instant. */
    int mostAlive(String function) {
        return mostAlive.getOrDefault(function, 0);
    }

    /** The number of a function's environments that sleep tasks hold now. */
    int held(String function) {
        return held.getOrDefault(function, Set.of()).size();
    }

    /** The number of users' requests that waited for a new environment. */
    int userColdStarts(String function) {
        return userColdStarts.getOrDefault(function, 0);
    }

    /** The number of these that arrived while sleep tasks held environments. */
    int displaced(String function) {
        return displaced.getOrDefault(function, 0);
    }

    @Override
    public void on(EnvironmentEvent event) {
        Set<String> holding = held.computeIfAbsent(event.function(), name -> new HashSet<>());
        switch (event.kind()) {
            case INVOKED -> {
                if (event.warmEvent()) {
                    holding.add(event.environmentId());
                }
            }
            case FREED, RECLAIMED -> holding.remove(event.environmentId());
            case STARTED -> {
                if (!event.warmEvent()) {
                    userColdStarts.merge(event.function(), 1, Integer::sum);
                    displaced.merge(event.function(), holding.isEmpty() ? 0 : 1, Integer::sum);
                }
            }
            case INITIALIZED -> {
                // this was counted at the start
            }
        }
    }

    /** A runtime that reports its end. */
    private final class CountedRuntime implements FunctionRuntime {
        private final FunctionRuntime runtime;
        private final String function;
        private boolean stopped;

        CountedRuntime(FunctionRuntime runtime, String function) {
            this.runtime = runtime;
            this.function = function;
        }

        @Override
        public void invoke(RuntimeInvocation invocation) {
            runtime.invoke(invocation);
        }

        @Override
        public Payload log() {
            return runtime.log();
        }

        @Override
        public void stop() {
            if (!stopped) {
                stopped = true;
                alive.merge(function, -1, Integer::sum);
            }
            runtime.stop();
        }
    }
}
