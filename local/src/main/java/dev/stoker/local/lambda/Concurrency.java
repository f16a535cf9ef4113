// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;
import java.util.Optional;

/**
 * The account's concurrency and the reserved concurrency of functions. Call the methods within the timeline's events.
 *
 * <p>A request counts from the moment it is accepted until it is answered.
 */
final class Concurrency {
    /**
     * The concurrency that Lambda keeps for functions without reserved concurrency. Source: Lambda developer guide,
     * "configuration-concurrency".
     */
    private static final int LEAST_UNRESERVED = 100;

    private final int limit;
    private final Functions functions;

    Concurrency(int limit, Functions functions) {
        this.limit = limit;
        this.functions = functions;
    }

    /** The account's limit, concurrent executions. */
    int limit() {
        return limit;
    }

    /** The unreserved concurrency. */
    int unreserved() {
        return limit
                - functions.all().stream()
                        .map(LambdaFunction::reserved)
                        .mapToInt(reserved -> reserved.orElse(0))
                        .sum();
    }

    /**
     * The reserved concurrency of a function; empty if none is reserved.
     *
     * @throws AwsError ResourceNotFoundException
     */
    Optional<Integer> reserved(String function) {
        return functions.named(function).reserved();
    }

    /**
     * Sets the reserved concurrency of a function.
     *
     * @param concurrency 0 or more
     * @throws AwsError ResourceNotFoundException; InvalidParameterValueException if too little unreserved concurrency
     *     would remain
     */
    void reserve(String function, int concurrency) {
        LambdaFunction found = functions.named(function);
        int own = found.reserved().orElse(0);
        if (concurrency < 0 || (concurrency > own && unreserved() + own - concurrency < LEAST_UNRESERVED)) {
            throw Refusals.invalid("Specified ReservedConcurrentExecutions for function decreases account's"
                    + " UnreservedConcurrentExecution below its minimum value of [" + LEAST_UNRESERVED + "].");
        }
        found.reserve(Optional.of(concurrency));
    }

    /**
     * Deletes the reserved concurrency of a function.
     *
     * @throws AwsError ResourceNotFoundException
     */
    void release(String function) {
        functions.named(function).reserve(Optional.empty());
    }

    /**
     * Counts a new request.
     *
     * @throws AwsError TooManyRequestsException if the limit is reached
     */
    void enter(LambdaFunction function) {
        if (function.reserved().isPresent()) {
            if (function.statistics().concurrency() >= function.reserved().get()) {
                throw AwsError.throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
            }
        } else if (unreservedInUse() >= unreserved()) {
            throw AwsError.throttled("ConcurrentInvocationLimitExceeded");
        }
        function.statistics().enters();
    }

    private int unreservedInUse() {
        return functions.all().stream()
                .filter(function -> function.reserved().isEmpty())
                .mapToInt(function -> function.statistics().concurrency())
                .sum();
    }
}
