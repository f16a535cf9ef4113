// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.LambdaSettings.IdleTime;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * All random choices of the model, from one seed: the faults, and what is random on AWS. The same calls give the same
 * results.
 */
final class Chance {
    /** Possible answers of functions without the sleep task. */
    private static final List<Payload> GARBAGE = List.of(
            Payload.of("null"),
            Payload.of("\"warmed\""),
            Payload.of("[]"),
            Payload.of("{}"),
            Payload.of("42"),
            Payload.of("{\"stoker\":null}"),
            Payload.of("{\"stoker\":{\"version\":2,\"environmentId\":17}}"),
            Payload.of("{\"statusCode\":200,\"body\":\"lambda is warm\"}"));

    private final Faults faults;
    private final Random random;

    Chance(Faults faults) {
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    Faults faults() {
        return faults;
    }

    /** Whether something with this probability happens. A probability of 0 draws no random number. */
    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    long idleMillis(IdleTime idleTime) {
        return idleTime.millis(random);
    }

    long dispatchMillis() {
        return faults.dispatch().draw(random);
    }

    Payload garbage() {
        return GARBAGE.get(random.nextInt(GARBAGE.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A version 4 UUID, as AWS's request ids. */
    String requestId() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~0xC000000000000000L) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Lower-case hexadecimal digits. */
    String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        while (hex.length() < digits) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
