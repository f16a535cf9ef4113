// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.time.Duration;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The configuration of the SDK's waiters: short intervals, because an emulator is fast. */
final class Patience {
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Patience() {}

    static WaiterOverrideConfiguration lookingEvery(Duration interval) {
        return WaiterOverrideConfiguration.builder()
                .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(interval))
                .maxAttempts(Integer.MAX_VALUE)
                .waitTimeout(LONGEST_WAIT)
                .build();
    }
}
