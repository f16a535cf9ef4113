// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A place where the suite can run. All that the suite knows of it is an endpoint: which, or why there is none.
 *
 * <p>One home so far, {@link NamedEndpoint}. Others bring something up first and take it down in {@link #close}.
 */
interface Home extends AutoCloseable {
    /** The home of this run. */
    static Home choose(Map<String, String> environment) {
        return new NamedEndpoint(environment.get(NamedEndpoint.VARIABLE));
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
