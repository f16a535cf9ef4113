// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestsTest {
    private static final CountSeries SERIES = CountSeries.of("steps", 1_000_000, 100_000, 20_000, 0, 5_000);

    private static List<Long> arrivals(long seed) {
        Requests requests = new Requests(SERIES, ServiceTime.fixed(300), seed);
        List<Long> all = new ArrayList<>();
        while (requests.next()) {
            assertThat(requests.serviceMillis()).isEqualTo(300);
            all.add(requests.atMillis());
        }
        return all;
    }

    @Test
    void a_seed_gives_the_same_requests_again_and_another_seed_gives_others() {
        assertThat(arrivals(5)).isEqualTo(arrivals(5)).isNotEqualTo(arrivals(6)).isSorted();
    }

    @Test
    void each_step_has_as_many_as_a_poisson_distribution_has() {
        List<Long> all = arrivals(5);
        long first = all.stream().filter(at -> at < 1_100_000).count();
        long second =
                all.stream().filter(at -> at >= 1_100_000 && at < 1_200_000).count();

        assertThat(first).isCloseTo(20_000, within(600L)); // four standard deviations
        assertThat(second).isZero();
        assertThat(all.size() - first).isCloseTo(5_000, within(300L));
    }

    /** In a Poisson process, the variance of the counts of equal parts is their mean. */
    @Test
    void within_a_step_the_requests_come_at_random_and_not_evenly() {
        int[] parts = new int[1000];
        arrivals(5).stream().filter(at -> at < 1_100_000).forEach(at -> parts[(int) ((at - 1_000_000) / 100)]++);
        double variance = 0;
        for (int part : parts) {
            variance += Math.pow(part - 20, 2) / parts.length;
        }

        assertThat(variance).isCloseTo(20, within(4.0));
    }

    @Test
    void service_times_that_vary_have_the_median() {
        Requests requests = new Requests(SERIES, new ServiceTime(300, 0.5), 5);
        List<Long> all = new ArrayList<>();
        while (requests.next()) {
            all.add(requests.serviceMillis());
        }
        List<Long> sorted = all.stream().sorted().toList();

        assertThat(sorted.get(sorted.size() / 2)).isCloseTo(300, within(8L));
        assertThat(sorted.get(sorted.size() - 1)).isGreaterThan(1000);
    }
}
