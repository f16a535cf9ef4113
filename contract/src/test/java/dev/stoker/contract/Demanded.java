// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Optional;

/**
 * A place that was requested by name: if it is not available, the suite fails instead of being skipped.
 *
 * @param home the requested place
 */
record Demanded(Home home) implements Home {
    @Override
    public Optional<String> whyNot() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
        home.whyNot().ifPresent(reason -> {
            throw new IllegalStateException(PROPERTY + " asks for it, and it is not there. " + reason);
        });
        return home.endpoint();
    }

    @Override
    public boolean isLocalStack() {
        return home.isLocalStack();
    }

    @Override
    public String toString() {
        return home + ", asked for by " + PROPERTY;
    }

    @Override
    public void close() {
        home.close();
    }
}
