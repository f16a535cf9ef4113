// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
    private final SideBySide pieces = new SideBySide();
    private final List<String> seen = new ArrayList<>();

    @Test
    void results_are_taken_in_the_order_of_the_pieces_whichever_ends_first() {
        boolean several = Runtime.getRuntime().availableProcessors() > 1;
        CountDownLatch secondHasEnded = new CountDownLatch(several ? 1 : 0);
        pieces.add("first", () -> await(secondHasEnded), seen::add);
        pieces.add("second", () -> release(secondHasEnded), seen::add);

        pieces.run(text -> {});

        assertThat(seen).containsExactly("after the second", "released");
    }

    @Test
    void progress_has_the_text_of_neighbours_once() {
        List.of("n1", "n1", "n5", "n5", "day").forEach(text -> pieces.add(text, () -> text, seen::add));
        List<String> progress = new ArrayList<>();

        pieces.run(progress::add);

        assertThat(progress).containsExactly("n1", "n5", "day");
        assertThat(seen).containsExactly("n1", "n1", "n5", "n5", "day");
    }

    @Test
    void an_error_in_a_piece_ends_the_run_as_itself() {
        IllegalStateException broken = new IllegalStateException("broken");
        pieces.add("works", () -> "works", seen::add);
        pieces.<String>add(
                "breaks",
                () -> {
                    throw broken;
                },
                seen::add);

        assertThatThrownBy(() -> pieces.run(text -> {})).isSameAs(broken);
        assertThat(seen).containsExactly("works");
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
            return "after the second";
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String release(CountDownLatch latch) {
        latch.countDown();
        return "released";
    }
}
