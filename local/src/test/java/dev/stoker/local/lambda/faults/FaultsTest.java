// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.faults.Faults.InvalidFaultsException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The text of {@code --faults}. */
final class FaultsTest {
    @Test
    void a_blank_list_means_no_faults_and_still_a_seed() {
        assertThat(Faults.parse(" ", 42)).isEqualTo(Faults.none(42)).hasToString("seed=42");
    }

    @Test
    void every_fault_is_read_and_written_again() {
        String list =
                "dispatch=lognormal:80.0:0.5,shard=uniform:90,init=500,init-fail=0.1,throttle=0.2,service-error=0.3,"
                        + "handler-error=0.4,garbage=0.5,crash=0.6,clock=-300,seed=7";

        Faults faults = Faults.parse(list, 1);

        assertThat(faults).hasToString(list);
        assertThat(Faults.parse(faults.toString(), 2)).isEqualTo(faults);
        assertThat(Faults.parse("dispatch=uniform:800, seed=1", 2)).hasToString("dispatch=uniform:800,seed=1");
        assertThat(Faults.parse("dispatch=fixed:20", 2)).hasToString("dispatch=fixed:20,seed=2");
    }

    @Test
    void all_problems_are_reported_at_once_with_place_rule_value_and_remedy() {
        InvalidFaultsException refused = catchThrowableOfType(
                InvalidFaultsException.class,
                () -> Faults.parse(
                        "crash=2,dispatch=often,shard=lognormal:30,speed=1,seed,init=-5,garbage=0.1,garbage=0.2", 1));

        assertThat(refused.problems())
                .hasSize(7)
                .contains(
                        "--faults crash: must be a probability from 0 to 1, got 2. Write it like crash=0.02.",
                        "--faults shard: must be fixed:MS, uniform:MS or lognormal:MEDIAN:SIGMA, MS and MEDIAN 0 to 3600000"
                                + " milliseconds, SIGMA 0 to 5, got lognormal:30. Write it like shard=lognormal:30:0.8.",
                        "--faults seed: must have a value, got seed. Write it like seed=1.",
                        "--faults garbage: must be given once, got garbage=0.2. Leave one of them out.")
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("--faults speed: must be one of clock, crash, dispatch,"));
    }

    @Test
    void half_of_a_log_normal_delay_lies_below_its_median() {
        Delay delay = new Delay.LogNormal(80, 0.5).after(60);
        Random random = new Random(1);

        long below =
                random.longs(10_000).filter(unused -> delay.draw(random) < 140).count();

        assertThat(below).isBetween(4_700L, 5_300L);
    }
}
