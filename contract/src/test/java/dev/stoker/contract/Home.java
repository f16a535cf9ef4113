// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A place where the suite can run. All that the suite knows of it is an endpoint: which, or why there is none.
 *
 * <p>{@link NamedEndpoint} where one is named, else {@link EmbeddedHome}, which needs nothing but this JVM.
 */
interface Home extends AutoCloseable {
    /** The home of this run. */
    static Home choose(Map<String, String> environment) {
        NamedEndpoint named = new NamedEndpoint(environment.get(NamedEndpoint.VARIABLE));
        return named.whyNot().isEmpty() ? named : new EmbeddedHome();
    }

    /** Why nothing can run here, in a sentence with the remedy; empty if it can. */
    Optional<String> whyNot();

    /**
     * Where the services answer.
     *
     * @throws IllegalStateException if {@link #whyNot} has a reason
     */
    URI endpoint();

    /** Takes down what was brought up. */
    @Override
    void close();
}
