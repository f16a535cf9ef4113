// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.probe;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs in an environment; the event's "do" says what. */
public final class Probe implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final Object LOADED = new Object();
    private static int invocations;

    /** INIT, which the variable PROBE_INIT can make fail, exit or wait. */
    public Probe() {
        String init = Objects.requireNonNullElse(System.getenv("PROBE_INIT"), "");
        if (init.equals("fail")) {
            throw new IllegalStateException("no \"database\"");
        }
        if (init.equals("exit")) {
            System.exit(7);
        }
        if (init.startsWith("wait:")) {
            park(Long.parseLong(init.substring("wait:".length())));
        }
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        invocations++;
        switch (String.valueOf(event.get("do"))) {
            case "throw" -> throw new IllegalArgumentException("bad \"order\"");
            case "exit" -> System.exit(3);
            case "exhaust" -> throw new OutOfMemoryError("no memory");
            case "print" -> {
                System.out.println("to out");
                System.err.println("to err");
                context.getLogger().log("to the logger\n");
            }
            case "wait" -> park(((Number) requireNonNull(event.get("millis"))).longValue());
            default -> {
                // tells only
            }
        }
        return report(context);
    }

    private static Map<String, Object> report(Context context) {
        Supplier<Map<String, String>> variables = System::getenv; // a method handle, not an instruction
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("pid", ProcessHandle.current().pid());
        seen.put("loaded", System.identityHashCode(LOADED));
        seen.put("invocations", invocations);
        seen.put("clock", System.currentTimeMillis());
        seen.put("greeting", System.getenv("GREETING"));
        seen.put("variables", variables.get());
        seen.put("functionName", context.getFunctionName());
        seen.put("arn", context.getInvokedFunctionArn());
        seen.put("remaining", context.getRemainingTimeInMillis());
        seen.put("hasLibrary", hasLibrary());
        return seen;
    }

    /** Whether Stoker's library is there, which this package does not bring. */
    private static boolean hasLibrary() {
        try {
            Class.forName("dev.stoker.warmable.SleepTask", false, Probe.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void park(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
