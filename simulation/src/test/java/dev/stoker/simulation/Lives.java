// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

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
 * What environments there really are, counted beside Stoker: how many runtimes live and how many were alive since the last
 * mark, how many are held by sleep tasks, and which users met what.
 */
final class Lives implements LambdaObserver {
    private final Map<String, Integer> alive = new HashMap<>();
    private final Map<String, Integer> mostAlive = new HashMap<>();
    private final Map<String, Integer> seenAlive = new HashMap<>();
    private final Map<String, Set<String>> held = new HashMap<>();
    private final Map<String, Integer> userColdStarts = new HashMap<>();
    private final Map<String, Integer> displaced = new HashMap<>();

    /** The same runtimes, counted as they start and end. */
    Runtimes counting(Runtimes runtimes) {
        return new Runtimes() {
            @Override
            public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
                String function = spec.variables().get("AWS_LAMBDA_FUNCTION_NAME");
                mostAlive.merge(function, alive.merge(function, 1, Integer::sum), Math::max);
                seenAlive.merge(function, 1, Integer::sum);
                return new Counted(runtimes.start(spec, events), function);
            }

            @Override
            public void close() {
                runtimes.close();
            }
        };
    }

    /** From now on, count who lives: {@link #livedSince} tells. */
    void mark(String function) {
        seenAlive.put(function, alive.getOrDefault(function, 0));
    }

    /** How many runtimes of a function have been alive at any time since the mark. */
    int livedSince(String function) {
        return seenAlive.getOrDefault(function, 0);
    }

    /** The most runtimes of a function that were alive at one instant. */
    int mostAlive(String function) {
        return mostAlive.getOrDefault(function, 0);
    }

    /** How many environments of a function are held by sleep tasks now. */
    int held(String function) {
        return held.getOrDefault(function, Set.of()).size();
    }

    /** Users' requests that had to wait for a new environment. */
    int userColdStarts(String function) {
        return userColdStarts.getOrDefault(function, 0);
    }

    /** Those of them that came while sleep tasks held environments. */
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
                // what counts began with the start
            }
        }
    }

    /** A runtime that says when it ends. */
    private final class Counted implements FunctionRuntime {
        private final FunctionRuntime runtime;
        private final String function;
        private boolean stopped;

        Counted(FunctionRuntime runtime, String function) {
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
