// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * The faults of the services. Probabilities are per invocation, 0 to 1.
 *
 * @param dispatch the delay of each request on its way to an environment
 * @param shard the delay of each nested execution before it starts
 * @param initMillis milliseconds added to each INIT, 0 or more
 * @param initFail the probability that INIT fails for an invocation that waits for it
 * @param throttle the probability of an error 429
 * @param serviceError the probability of an error 500
 * @param handlerError the probability of a function error without calling the function
 * @param garbage the probability that another answer replaces the function's answer
 * @param crash the probability that the runtime ends just before it answers
 * @param clockMillis the error of the first environment's clock; may be negative
 * @param seed the seed of all random choices in the model
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

    /** No faults. The seed still determines the other random choices of the model. */
    public static Faults none(long seed) {
        return new Faults(Delay.none(), Delay.none(), 0, 0, 0, 0, 0, 0, 0, 0, seed);
    }

    /**
     * Parses the list of {@code --faults}.
     *
     * @param list e.g. {@code dispatch=uniform:800,crash=0.02,seed=1}; an empty list means no faults
     * @param seedIfNone the seed if the list has none
     * @throws InvalidFaultsException with all problems of the list
     */
    public static Faults parse(String list, long seedIfNone) {
        return new FaultList(list, seedIfNone).faults();
    }

    /** The same with another dispatch delay. */
    public Faults withDispatch(Delay other) {
        return with(draft -> draft.dispatch = other);
    }

    /** The same with another delay of nested executions. */
    public Faults withShard(Delay other) {
        return with(draft -> draft.shard = other);
    }

    private Faults with(Consumer<FaultsDraft> change) {
        FaultsDraft draft = new FaultsDraft(this);
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

    /** A mutable copy of the fields. */
    private static final class FaultsDraft {
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

        FaultsDraft(Faults from) {
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

    /** The list that repeats these faults, always with the seed. */
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

    /** A random delay: of a request on its way to an environment, or of the start of a nested execution. */
    @FunctionalInterface
    public interface Delay {
        /** No delay. */
        static Delay none() {
            return new Fixed(0);
        }

        /** One draw, in milliseconds, 0 or more. */
        long draw(Random random);

        /** This delay plus a constant. For simulations only; {@code --faults} does not have it. */
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
         * A uniform distribution from 0.
         *
         * @param millis the maximum, 0 or more
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
         * A log-normal distribution, with a long tail.
         *
         * @param median milliseconds, above 0
         * @param sigma the standard deviation of the logarithm, 0 or more; with 0.5, one in a hundred is above three
         *     times the median
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

    /** The list of faults is invalid. Contains all problems. */
    public static final class InvalidFaultsException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient List<String> problems;

        InvalidFaultsException(List<String> problems) {
            super(String.join(" ", problems));
            this.problems = List.copyOf(problems);
        }

        /** The problems, each with its place, the rule, the value and the remedy. */
        public List<String> problems() {
            return problems;
        }
    }
}
