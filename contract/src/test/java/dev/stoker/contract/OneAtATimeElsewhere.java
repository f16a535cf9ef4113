// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Lets test classes run at the same time on the embedded AWS alone. An emulator in a container has no cores to spare for a second
 * class, and on AWS itself the classes would share the account's concurrency with whatever else is there.
 */
final class OneAtATimeElsewhere implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return Home.isEmbedded(System.getenv(), System.getProperty(Home.PROPERTY))
                ? Set.of()
                : Set.of(new Lock("the account"));
    }
}
