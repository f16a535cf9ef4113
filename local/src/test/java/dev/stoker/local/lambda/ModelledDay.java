// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import java.util.Locale;

/** Measures a day of warm rounds on virtual time: by hand, as {@link Measurements}. */
final class ModelledDay {
    private static final int ROUNDS = 360;
    private static final int ENVIRONMENTS = 100;
    private static final long INTERVAL_MILLIS = 240_000;

    private ModelledDay() {}

    public static void main(String[] args) {
        long began = System.nanoTime();
        ModelledLambda lambda = new ModelledLambda();
        for (int round = 0; round < ROUNDS; round++) {
            long opened = round * INTERVAL_MILLIS;
            lambda.at(opened, ENVIRONMENTS, "f", ModelledLambda.warm(opened + 100, 100));
        }
        lambda.timeline.runUntilIdle();
        System.out.println(String.format(
                Locale.ROOT,
                "%d sleep tasks, %d cold starts: %d ms",
                lambda.report().invocations(),
                lambda.report().coldStarts(),
                (System.nanoTime() - began) / 1_000_000));
    }
}
