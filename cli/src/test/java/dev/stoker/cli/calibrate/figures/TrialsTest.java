// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.calibrate.figures.Probe.Seen;
import dev.stoker.cli.calibrate.figures.Trial.Outlived;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is believed of environments that answer, answer late, or do not. */
class TrialsTest {
    private static final long WAIT = 300_000;
    private static final long FIRST = 1_000_000;
    private static final long SECOND = FIRST + WAIT + 1_000;

    private final List<Probe> probes = new ArrayList<>();

    @Test
    void who_answers_after_the_wait_outlived_it() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND, warm("a", SECOND));

        assertThat(outcomes()).containsExactly(Outlived.YES);
    }

    @Test
    void who_does_not_is_gone_where_another_started_because_none_was_free() {
        probe(0, FIRST, warm("a", FIRST), warm("b", FIRST));
        probe(WAIT, SECOND, warm("a", SECOND), cold("c", SECOND + 800));

        assertThat(outcomes()).containsExactlyInAnyOrder(Outlived.YES, Outlived.NO);
        assertThat(trials().known()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void an_environment_that_lambda_started_ahead_shows_nothing() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND, cold("c", SECOND - 5_000));

        assertThat(outcomes()).containsExactly(Outlived.UNKNOWN);
        assertThat(trials().withoutAnswer()).isEqualTo(1);
    }

    @Test
    void a_cycle_that_follows_at_once_may_find_who_was_not_called() {
        probe(0, FIRST, warm("a", FIRST), warm("b", FIRST));
        probe(WAIT, SECOND, warm("a", SECOND));
        probe(0, SECOND + 1_500, warm("a", SECOND + 1_500), warm("b", SECOND + 1_500), cold("c", SECOND + 2_500));

        assertThat(outcomes()).containsExactlyInAnyOrder(Outlived.YES, Outlived.YES);
    }

    @Test
    void or_show_that_it_is_gone() {
        probe(0, FIRST, warm("a", FIRST), warm("b", FIRST));
        probe(WAIT, SECOND, warm("a", SECOND));
        probe(0, SECOND + 1_500, warm("a", SECOND + 1_500), cold("c", SECOND + 2_500));

        assertThat(outcomes()).containsExactlyInAnyOrder(Outlived.YES, Outlived.NO);
    }

    @Test
    void a_cycle_that_follows_long_after_shows_nothing_of_the_wait_before() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND);
        probe(0, SECOND + 3_600_000, cold("c", SECOND + 3_601_000));

        assertThat(outcomes()).containsExactly(Outlived.UNKNOWN);
        assertThat(trials().known()).containsExactly("c");
    }

    @Test
    void who_answers_later_was_busy_and_not_gone() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND, cold("c", SECOND + 800));
        probe(WAIT, SECOND + WAIT + 1_000, warm("a", SECOND + WAIT + 1_000), warm("c", SECOND + WAIT + 1_000));

        assertThat(outcomes()).containsExactly(Outlived.UNKNOWN, Outlived.YES);
    }

    @Test
    void who_served_users_was_not_idle() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND, new Seen("a", false, 0, OptionalLong.empty(), SECOND, SECOND + 900, 2));

        assertThat(outcomes()).containsExactly(Outlived.USED);
    }

    @Test
    void a_sleep_task_that_failed_may_have_met_who_does_not_answer() {
        probe(0, FIRST, warm("a", FIRST));
        probes.add(
                new Probe(1, WAIT, 2, SECOND, SECOND + 1_000, 1, List.of(cold("c", SECOND + 800)), Optional.empty()));

        assertThat(outcomes()).containsExactly(Outlived.UNKNOWN);
    }

    @Test
    void who_was_idle_for_much_longer_than_planned_does_not_count() {
        long late = FIRST + WAIT + 120_000;
        probe(0, FIRST, warm("a", FIRST), warm("b", FIRST));
        probe(WAIT, late, warm("a", late), cold("c", late + 800));

        assertThat(outcomes()).containsOnly(Outlived.MISTIMED);
        assertThat(trials().lastWaitEndedAll()).isFalse();
    }

    @Test
    void a_wait_that_no_environment_outlives_is_reported() {
        probe(0, FIRST, warm("a", FIRST));
        probe(WAIT, SECOND, cold("c", SECOND + 800));

        assertThat(trials().lastWaitEndedAll()).isTrue();
    }

    @Test
    void the_age_at_the_end_of_the_wait_decides_who_is_too_old() {
        probe(0, FIRST, warm("a", FIRST), cold("b", FIRST));
        probe(WAIT, SECOND, warm("a", SECOND), cold("c", SECOND + 800));
        WantedFigures wanted = new WantedFigures(List.of(WAIT), 2, WAIT + 60_000, 0.95, 0.95, 1_000);

        Figures figures = Figures.of(probes, wanted);

        assertThat(figures.curve().points().get(0).environments()).isEqualTo(1);
        assertThat(figures.leftOut()).isEqualTo(new LeftOut(0, 1, 0, 0, 0));
    }

    private void probe(long wait, long openedAt, Seen... seen) {
        probes.add(new Probe(1, wait, seen.length, openedAt, openedAt + 1_000, 0, List.of(seen), Optional.empty()));
    }

    /** Started long before. */
    private static Seen warm(String id, long arrivedAt) {
        return new Seen(id, false, 0, OptionalLong.empty(), arrivedAt, arrivedAt + 900, 0);
    }

    private static Seen cold(String id, long initializedAt) {
        return new Seen(id, true, initializedAt, OptionalLong.of(800), initializedAt, initializedAt + 5, 0);
    }

    private Trials trials() {
        return Trials.of(probes);
    }

    private List<Outlived> outcomes() {
        return trials().all().stream().map(Trial::outcome).toList();
    }
}
