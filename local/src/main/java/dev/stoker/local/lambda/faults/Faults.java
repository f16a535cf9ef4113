// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Consumer;

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
        return with(draft -> draft.dispatch = other);
    }

    /** The same with another way to nested executions. */
    public Faults withShard(Delay other) {
        return with(draft -> draft.shard = other);
    }

    private Faults with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Faults(
                draft.dispatch,
                draft.shard,
                draft.initMillis,
                draft.initFail,
                draft.throttle,
                draft.serviceError,
                draft.handlerError,
                draft.garbage,
                draft.crash,
                draft.clockMillis,
                draft.seed);
    }

    /** The fields of faults, to be changed. */
    private static final class Draft {
        Delay dispatch;
        Delay shard;
        long initMillis;
        double initFail;
        double throttle;
        double serviceError;
        double handlerError;
        double garbage;
        double crash;
        long clockMillis;
        long seed;

        Draft(Faults from) {
            dispatch = from.dispatch;
            shard = from.shard;
            initMillis = from.initMillis;
            initFail = from.initFail;
            throttle = from.throttle;
            serviceError = from.serviceError;
            handlerError = from.handlerError;
            garbage = from.garbage;
            crash = from.crash;
            clockMillis = from.clockMillis;
            seed = from.seed;
        }
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

    /** How long something takes: a request on its way to an environment, the start of a nested execution. */
    @FunctionalInterface
    public interface Delay {
        /** At once. */
        static Delay none() {
            return new Fixed(0);
        }

        /** One draw, in milliseconds, 0 or more. */
        long draw(Random random);

        /** This delay behind a constant one; for simulations, {@code --faults} has no word for it. */
        default Delay after(long offsetMillis) {
            return random -> offsetMillis + draw(random);
        }

        /**
         * Always the same.
         *
         * @param millis 0 or more
         */
        record Fixed(long millis) implements Delay {
            @Override
            public long draw(Random random) {
                return millis;
            }

            @Override
            public String toString() {
                return "fixed:" + millis;
            }
        }

        /**
         * Anything from nothing to the most, equally likely.
         *
         * @param millis the most, 0 or more
         */
        record Uniform(long millis) implements Delay {
            @Override
            public long draw(Random random) {
                return Math.round(random.nextDouble() * millis);
            }

            @Override
            public String toString() {
                return "uniform:" + millis;
            }
        }

        /**
         * Half below the median and a long tail above.
         *
         * @param median milliseconds, above 0
         * @param sigma of the logarithm, 0 or more; 0.5 puts one in a hundred above three times the median
         */
        record LogNormal(double median, double sigma) implements Delay {
            @Override
            public long draw(Random random) {
                return Math.round(median * Math.exp(sigma * random.nextGaussian()));
            }

            @Override
            public String toString() {
                return "lognormal:" + median + ":" + sigma;
            }
        }
    }

    /** A list of faults that cannot be read; tells everything that is wrong with it. */
    public static final class InvalidFaultsException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient List<String> problems;

        InvalidFaultsException(List<String> problems) {
            super(String.join(" ", problems));
            this.problems = List.copyOf(problems);
        }

        /** Each with its place, the rule, the value and the remedy. */
        public List<String> problems() {
            return problems;
        }
    }
}
