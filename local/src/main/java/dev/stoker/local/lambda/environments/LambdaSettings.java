// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.Account;
import dev.stoker.local.lambda.faults.Faults;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The settings of Lambda: values that AWS documents, and values that AWS does not publish.
 *
 * @param account the account
 * @param accountConcurrency concurrent executions, 1 or more; AWS: 1,000
 * @param idleTime the idle time after which an environment is reclaimed; AWS guarantees none, 5 minutes and more were
 *     observed
 * @param lifetimeMillis the age at which an environment ends, when free; 0 for never. AWS: "every few hours"
 * @param lifetimeShare the share of environments that end at that age, 0 to 1
 * @param initLimitMillis the maximum of INIT before it is repeated during the first invocation; AWS: 10,000
 * @param newEnvironments the maximum number of environments that a function starts within the window; AWS: 1,000
 * @param scalingWindowMillis the window; AWS: 10,000
 * @param freeChoice which of several free environments gets a request
 * @param handOver whether a request that waits for a starting environment moves to one that becomes free before; AWS
 *     does not publish this
 * @param faults the faults, and the seed of all random choices
 */
public record LambdaSettings(
        Account account,
        int accountConcurrency,
        IdleTime idleTime,
        long lifetimeMillis,
        double lifetimeShare,
        long initLimitMillis,
        int newEnvironments,
        long scalingWindowMillis,
        FreeChoice freeChoice,
        boolean handOver,
        Faults faults) {

    /** AWS's values, and an idle time of six minutes. */
    public static LambdaSettings with(Faults faults) {
        return new LambdaSettings(
                Account.DEFAULT,
                1000,
                IdleTime.fixed(360_000),
                0,
                1,
                10_000,
                1000,
                10_000,
                FreeChoice.MOST_RECENT,
                false,
                faults);
    }

    /** The same in another region. */
    public LambdaSettings region(String other) {
        return account(new Account(other, account.id()));
    }

    /** The same with another account. */
    public LambdaSettings account(Account other) {
        return with(draft -> draft.account = other);
    }

    /** The same with another limit of the account. */
    public LambdaSettings accountConcurrency(int other) {
        return with(draft -> draft.accountConcurrency = other);
    }

    /** The same with another idle time, always the same, in milliseconds. */
    public LambdaSettings idleMillis(long other) {
        return idleTime(IdleTime.fixed(other));
    }

    /** The same with another idle time. */
    public LambdaSettings idleTime(IdleTime other) {
        return with(draft -> draft.idleTime = other);
    }

    /** The same with another lifetime, which all environments have. */
    public LambdaSettings lifetimeMillis(long other) {
        return lifetimeMillis(other, 1);
    }

    /** The same with another lifetime, which a share of the environments has, 0 to 1. */
    public LambdaSettings lifetimeMillis(long other, double share) {
        return with(draft -> {
            draft.lifetimeMillis = other;
            draft.lifetimeShare = share;
        });
    }

    /** The same with another limit of INIT. */
    public LambdaSettings initLimitMillis(long other) {
        return with(draft -> draft.initLimitMillis = other);
    }

    /** The same with another maximum of new environments within the window. */
    public LambdaSettings newEnvironments(int other) {
        return with(draft -> draft.newEnvironments = other);
    }

    /** The same with another choice. */
    public LambdaSettings freeChoice(FreeChoice other) {
        return with(draft -> draft.freeChoice = other);
    }

    /** The same with or without moving waiting requests. */
    public LambdaSettings handOver(boolean other) {
        return with(draft -> draft.handOver = other);
    }

    private LambdaSettings with(Consumer<SettingsDraft> change) {
        SettingsDraft draft = new SettingsDraft(this);
        change.accept(draft);
        return new LambdaSettings(
                draft.account,
                draft.accountConcurrency,
                draft.idleTime,
                draft.lifetimeMillis,
                draft.lifetimeShare,
                draft.initLimitMillis,
                draft.newEnvironments,
                draft.scalingWindowMillis,
                draft.freeChoice,
                draft.handOver,
                draft.faults);
    }

    /** A mutable copy of the fields. */
    private static final class SettingsDraft {
        Account account;
        int accountConcurrency;
        IdleTime idleTime;
        long lifetimeMillis;
        double lifetimeShare;
        long initLimitMillis;
        int newEnvironments;
        long scalingWindowMillis;
        FreeChoice freeChoice;
        boolean handOver;
        Faults faults;

        SettingsDraft(LambdaSettings from) {
            account = from.account;
            accountConcurrency = from.accountConcurrency;
            idleTime = from.idleTime;
            lifetimeMillis = from.lifetimeMillis;
            lifetimeShare = from.lifetimeShare;
            initLimitMillis = from.initLimitMillis;
            newEnvironments = from.newEnvironments;
            scalingWindowMillis = from.scalingWindowMillis;
            freeChoice = from.freeChoice;
            handOver = from.handOver;
            faults = from.faults;
        }
    }

    /** How long an environment may be free before it is reclaimed. It is drawn each time that the environment becomes free. */
    @FunctionalInterface
    public interface IdleTime {
        /** Draws one idle time, in milliseconds, 0 or more. */
        long millis(Random random);

        /** The same idle time each time; nothing is drawn. */
        static IdleTime fixed(long millis) {
            return random -> millis;
        }

        /** Exponentially distributed idle times: the probability of the end does not depend on the time that has passed. */
        static IdleTime exponential(long meanMillis) {
            return random -> Math.round(-meanMillis * Math.log1p(-random.nextDouble()));
        }
    }

    /**
     * Which of several free environments gets a request. AWS does not publish this; the most recently used one was
     * observed most often.
     */
    public enum FreeChoice {
        /** The environment that became free last. */
        MOST_RECENT,
        /** The environment that has been free longest. */
        LEAST_RECENT,
        /** A random one, from the seed. */
        RANDOM
    }
}
