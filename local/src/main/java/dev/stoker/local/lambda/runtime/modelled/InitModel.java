// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import java.util.Random;

/** How long INIT takes. */
@FunctionalInterface
public interface InitModel {
    /** One draw, in milliseconds, 0 or more. */
    long millis(Random random);

    /** Always the same. */
    static InitModel fixed(long millis) {
        return random -> millis;
    }
}
