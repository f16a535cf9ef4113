// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.StringJoiner;

/**
 * What goes wrong in the service. Probabilities are per invocation, 0 to 1.
 *
 * @param dispatch delay of each request on its way to an environment
 * @param shard delay of each nested execution before it starts
 * @param initMillis added to each INIT, 0 or more
 * @param initFail an invocation that has to wait for an INIT sees it fail
 * @param throttle the request is refused with 429
 * @param serviceError the request is refused with 500
 * @param handlerError the function seems to throw; it is not called
 * @param garbage the function's answer is replaced by another one
 * @param crash the runtime dies just before it would have answered
 * @param clockMillis by how much the clock of the first environment is off; may be negative
 * @param seed of all chance in the model
 */
public record Faults(
        Delay dispatch,
        Delay shard,
        long initMillis,
        double initFail,
        double throttle,
        double serviceError,
        double handlerError,
        double garbage,
        double crash,
        long clockMillis,
        long seed) {

    /** No faults; the seed still decides whatever the model leaves to chance. */
    public static Faults none(long seed) {
        return new Faults(Delay.none(), Delay.none(), 0, 0, 0, 0, 0, 0, 0, 0, seed);
    }

    /**
     * Reads a list as {@code --faults} takes it.
     *
     * @param list e.g. {@code dispatch=uniform:800,crash=0.02,seed=1}; blank means no faults
     * @param seedIfNone taken if the list gives no seed
     * @throws InvalidFaultsException with all problems of the list
     */
    public static Faults parse(String list, long seedIfNone) {
        return new FaultList(list, seedIfNone).faults();
    }

    /** The same with another way to the environments. */
    public Faults withDispatch(Delay other) {
        return new Faults(
                other,
                shard,
                initMillis,
                initFail,
                throttle,
                serviceError,
                handlerError,
                garbage,
                crash,
                clockMillis,
                seed);
    }

    /** The same with another way to nested executions. */
    public Faults withShard(Delay other) {
        return new Faults(
                dispatch,
                other,
                initMillis,
                initFail,
                throttle,
                serviceError,
                handlerError,
                garbage,
                crash,
                clockMillis,
                seed);
    }

    /** The list that gives these faults again, always with the seed: what to print, and to run again. */
    @Override
    public String toString() {
        StringJoiner list = new StringJoiner(",");
        add(list, "dispatch", dispatch);
        add(list, "shard", shard);
        add(list, "init", initMillis);
        add(list, "init-fail", initFail);
        add(list, "throttle", throttle);
        add(list, "service-error", serviceError);
        add(list, "handler-error", handlerError);
        add(list, "garbage", garbage);
        add(list, "crash", crash);
        add(list, "clock", clockMillis);
        return list.add("seed=" + seed).toString();
    }

    private static void add(StringJoiner list, String name, Delay delay) {
        if (!delay.equals(Delay.none())) {
            list.add(name + "=" + delay);
        }
    }

    private static void add(StringJoiner list, String name, long value) {
        if (value != 0) {
            list.add(name + "=" + value);
        }
    }

    private static void add(StringJoiner list, String name, double probability) {
        if (probability != 0) {
            list.add(name + "=" + probability);
        }
    }
}
