// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;

/** Measures a virtual day: 360 cycles of the deployed files, one every four minutes. */
final class VirtualDay {

    private static final int CYCLES = 360;
    private static final long INTERVAL_MILLIS = 240_000;

    private VirtualDay() {}

    /** Runs it, with N as the first argument, and says how long it took. */
    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        DeployedFiles files = new DeployedFiles(false);
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> 20 + i % 30));
        String input = "{\"function\":\"sample\",\"concurrency\":" + n + "}";
        long began = System.nanoTime();
        int succeeded = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            if (files.cycle(input).status() == ExecutionResult.Status.SUCCEEDED) {
                succeeded++;
            }
            files.timeline.runUntil(files.timeline.nowMillis() + INTERVAL_MILLIS);
        }
        System.out.printf(
                "cycles=%d succeeded=%d n=%d invocations=%d seconds=%.1f%n",
                CYCLES, succeeded, n, files.lambda.invocations().size(), (System.nanoTime() - began) / 1e9);
    }
}
