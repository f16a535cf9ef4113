// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.price.FunctionSize;
import java.util.Optional;

/**
 * The properties of a target that a report looks up. They are empty if the call is denied; the report does not depend
 * on them.
 */
public interface FunctionFacts {
    /** Finds the size of a function, to compute the cost. */
    Optional<FunctionSize> findSize(String function);

    /** Finds the limit that throttled a function. */
    Optional<ConcurrencyLimit> findLimit(String function);

    /**
     * A limit of concurrent executions.
     *
     * @param environments the limit
     * @param reserved true for the function's reserved concurrency, false for the account's limit
     */
    record ConcurrencyLimit(int environments, boolean reserved) {}
}
