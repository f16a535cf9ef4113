// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.Track.Lap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A contestant that holds N may still say too much, and the sides may differ in what is billed. */
class RaceFiguresTest {
    private static Lap lap(int held, long says, long millis) {
        return new Lap(held, 0, held, millis, 0, 0, 10, 5, OptionalLong.of(says), 0);
    }

    private static RaceFigures of(Lap... laps) {
        return RaceFigures.of(20, Spread.NONE, List.of(laps));
    }

    private static Sides sides(RaceFigures virtual, RaceFigures wall) {
        return new Sides(virtual, new WallResult(Optional.empty(), wall));
    }

    @Test
    void environments_above_n_are_no_untrue_claim() {
        RaceFigures spares = of(lap(22, 22, 100), lap(21, 21, 100));

        assertThat(spares.held()).isEqualTo(20);
        assertThat(spares.reportsTooMany()).isFalse();
        assertThat(RaceFigures.read(spares.text(), 2, 1).reportsTooMany()).isFalse();
    }

    @Test
    void more_than_the_environments_above_n_is_an_untrue_claim() {
        for (RaceFigures untrue : List.of(of(lap(20, 9_999, 100)), of(lap(21, 22, 100)))) {
            assertThat(untrue.holdsAll()).isTrue();
            assertThat(untrue.reportsTooMany()).isTrue();
            assertThat(RaceFigures.read(untrue.text(), 1, 1).reportsTooMany()).isTrue();
        }
    }

    @Test
    void a_cycle_that_says_too_little_does_not_hide_one_that_says_too_much() {
        RaceFigures hidden = of(lap(19, 20, 100), lap(20, 19, 100));

        assertThat(hidden.reportsTooMany()).isTrue();
        assertThat(RaceFigures.read(hidden.text(), 2, 1).reportsTooMany()).isTrue();
    }

    @Test
    void sides_differ_in_what_they_hold_or_in_what_is_billed() {
        RaceFigures usual = of(lap(20, 20, 20 * 100));

        assertThat(sides(usual, of(lap(18, 20, 18 * 100))))
                .returns(false, Sides::heldDiffers)
                .returns(false, Sides::billedDiffers);
        assertThat(sides(usual, of(lap(17, 20, 17 * 100)))).returns(true, Sides::heldDiffers);
        assertThat(sides(usual, of(lap(20, 20, 20 * 126)))).returns(true, Sides::billedDiffers);
    }
}
