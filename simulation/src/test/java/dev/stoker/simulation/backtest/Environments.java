// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.Requests;
import dev.stoker.warmable.SleepTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The environments of one function and the users who use them. It follows the same rules as the embedded AWS (a test
 * compares both), and is fast enough for hundreds of millions of requests: time advances when a way asks, and all
 * that has happened until then happens at once, in order.
 *
 * <p>A request takes a free provisioned environment, else a free one on demand, else it starts one and waits for its
 * INIT.
 */
final class Environments {
    private static final Comparator<Environment> BY_END = Comparator.comparingLong(one -> one.doneAt);

    private final Workload load;
    private final Requests requests;
    private final Tally tally;
    private final @Nullable SleepTasks sleepTasks;
    private final Random random;

    /** The one that has been free longest first. */
    private final List<Environment> free = new ArrayList<>();

    private final List<Environment> provisionedFree = new ArrayList<>();
    private final PriorityQueue<Environment> busy = new PriorityQueue<>(BY_END);
    /** On-demand environments that have an age to end at, the oldest first. */
    private final PriorityQueue<Environment> ageing =
            new PriorityQueue<>(Comparator.comparingLong(one -> one.startedAt));

    private boolean more;
    private int holding;
    private int provisioned;
    private int provisionedWanted;

    /**
     * Begins without any environment.
     *
     * @param tally receives what happens
     * @param sleepTasks the sleep tasks of environments; null where no way reads their answers
     */
    Environments(Scene scene, Tally tally, @Nullable SleepTasks sleepTasks) {
        this.load = scene.load();
        this.requests = scene.requests();
        this.tally = tally;
        this.sleepTasks = sleepTasks;
        this.random = new Random(scene.seed());
        this.more = requests.next();
    }

    /** Lets everything happen that happens until an instant, inclusive. */
    void advance(long now) {
        while (more && requests.atMillis() <= now) {
            settle(requests.atMillis());
            serve(requests.atMillis(), requests.serviceMillis());
            more = requests.next();
        }
        settle(now);
    }

    private void settle(long now) {
        for (Environment next = busy.peek(); next != null && next.doneAt <= now; next = busy.peek()) {
            busy.poll();
            release(next);
        }
        while (!free.isEmpty() && free.get(0).freeSince + load.idleMillis() <= now) {
            end(free.remove(0), now);
        }
        for (Environment oldest = ageing.peek(); oldest != null && endsAt(oldest) <= now; oldest = ageing.peek()) {
            ageing.poll();
            if (oldest.free) {
                free.remove(oldest);
                end(oldest, now);
            }
        }
    }

    private long endsAt(Environment one) {
        return load.lifetimeMillis() == 0 ? Long.MAX_VALUE : one.startedAt + load.lifetimeMillis();
    }

    private void release(Environment one) {
        long now = one.doneAt;
        if (one.servesUser) {
            one.servesUser = false;
            tally.userLeaves(now, one.provisioned);
            if (sleepTasks != null) {
                sleepTasks.userLeaves(one, now);
            }
        }
        if (one.holds) {
            one.holds = false;
            holding--;
        }
        if (one.provisioned) {
            if (provisioned > provisionedWanted) {
                provisioned--;
            } else {
                provisionedFree.add(one);
            }
        } else if (endsAt(one) <= now) {
            tally.lived(one.startedAt, now);
            one.gone = true;
        } else {
            one.free = true;
            one.freeSince = now;
            free.add(one);
        }
    }

    /** Ends a free environment: by its idle time or by its age, whichever came first. */
    private void end(Environment one, long now) {
        long at = Math.min(now, Math.min(one.freeSince + load.idleMillis(), endsAt(one)));
        tally.lived(one.startedAt, at);
        one.free = false;
        one.gone = true;
    }

    private void serve(long now, long serviceMillis) {
        Environment one = provisionedFree.isEmpty() ? takeFree() : provisionedFree.remove(provisionedFree.size() - 1);
        boolean cold = one == null;
        if (one == null) {
            one = start(now);
        }
        long begins = Math.max(now, one.readyAt);
        one.servesUser = true;
        one.doneAt = begins + serviceMillis;
        busy.add(one);
        if (sleepTasks != null) {
            sleepTasks.userArrives(one, begins);
        }
        tally.userArrives(now, one.doneAt, serviceMillis, one.provisioned);
        if (cold) {
            tally.coldStart(now, holding > 0);
        }
    }

    private @Nullable Environment takeFree() {
        if (free.isEmpty()) {
            return null;
        }
        int which = switch (load.choice()) {
            case MOST_RECENT -> free.size() - 1;
            case LEAST_RECENT -> 0;
            case RANDOM -> random.nextInt(free.size());
        };
        Environment taken = free.remove(which);
        taken.free = false;
        return taken;
    }

    private Environment start(long now) {
        long readyAt = now + load.initMillis();
        @Nullable SleepTask task = sleepTasks == null ? null : sleepTasks.create(readyAt);
        Environment one = new Environment(now, readyAt, false, task);
        if (load.lifetimeMillis() > 0) {
            ageing.add(one);
        }
        return one;
    }

    /**
     * A sleep task's request reaches an environment, a free one or a new one. It is busy until {@link #hold} says when.
     */
    Environment warmArrives(long now) {
        advance(now);
        Environment one = takeFree();
        return one == null ? start(now) : one;
    }

    /** An environment that a sleep task has reached will be free at an instant. */
    void hold(Environment one, long until) {
        one.doneAt = until;
        one.holds = true;
        holding++;
        busy.add(one);
    }

    /** Sets the number of provisioned environments, which are ready at once. Those that are too many end when they are free. */
    void provision(long now, int count) {
        advance(now);
        tally.provisioned(now, count);
        provisionedWanted = count;
        while (provisioned > provisionedWanted && !provisionedFree.isEmpty()) {
            provisionedFree.remove(0);
            provisioned--;
        }
        while (provisioned < provisionedWanted) {
            provisionedFree.add(new Environment(now, now, true, null));
            provisioned++;
        }
    }

    /** Ends all at the end of the scene. */
    void close(long now) {
        advance(now);
        tally.provisioned(now, provisionedWanted);
        free.forEach(one -> tally.lived(one.startedAt, now));
        busy.stream().filter(one -> !one.provisioned).forEach(one -> tally.lived(one.startedAt, now));
    }

    /** The library's sleep tasks in environments. */
    interface SleepTasks {
        /** Creates one, at the end of INIT. */
        SleepTask create(long atMillis);

        /** A user's invocation begins. */
        void userArrives(Environment one, long atMillis);

        /** A user's invocation ends. */
        void userLeaves(Environment one, long atMillis);
    }
}
