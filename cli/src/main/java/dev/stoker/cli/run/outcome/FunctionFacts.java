// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.price.FunctionSize;
import java.util.Optional;

/** What a report looks up of the functions that a cycle kept warm. Empty where nobody may look: the verdict stands without it. */
public interface FunctionFacts {
    /** How large a function is, for the cost. */
    Optional<FunctionSize> size(String function);

    /** Which limit a throttled function has met. */
    Optional<ConcurrencyLimit> limit(String function);

    /**
     * A limit of concurrent executions.
     *
     * @param environments how many
     * @param reserved whether the function reserves them; else the account has no more
     */
    record ConcurrencyLimit(int environments, boolean reserved) {}
}
