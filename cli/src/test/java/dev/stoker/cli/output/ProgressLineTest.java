// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private String doing = "Warming orders";
    private long step;
    private long nanos = TimeUnit.DAYS.toNanos(9);

    @Test
    void on_a_terminal_the_line_is_drawn_again_with_the_seconds_that_passed() {
        Screen screen = Screen.terminal(80);
        ProgressLine line = line(screen);

        line.tick();
        pass(125);
        line.tick();
        pass(2_000);
        line.tick();
        line.clear();

        assertThat(screen.err())
                .isEqualTo(
                        "\r\u001B[K| Warming orders  0 s\r\u001B[K/ Warming orders  0 s\r\u001B[K/ Warming orders  2 s"
                                + "\r\u001B[K");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void a_line_is_cut_so_that_it_never_wraps_and_the_seconds_stay() {
        Screen screen = Screen.terminal(14);

        line(screen).tick();

        assertThat(screen.err()).isEqualTo("\r\u001B[K| Warmin  0 s").hasSizeLessThan("\r\u001B[K".length() + 14);
    }

    @Test
    void elsewhere_there_is_one_plain_line_at_the_start() {
        Screen screen = Screen.none();
        ProgressLine line = line(screen);

        line.tick();
        pass(9_000);
        line.tick();
        line.clear();

        assertThat(screen.err()).isEqualTo("Warming orders …\n");
    }

    @Test
    void elsewhere_each_step_gets_a_plain_line_and_what_happens_within_one_gets_none() {
        Screen screen = Screen.none();
        ProgressLine line = line(screen);

        doing = "Warming orders: 1 slot answered";
        line.tick();
        doing = "Warming orders: 10 slots answered";
        step = 1;
        line.tick();
        line.tick();

        assertThat(screen.err()).isEqualTo("Warming orders …\nWarming orders: 10 slots answered …\n");
    }

    @Test
    void on_a_terminal_the_line_says_what_is_done_now() {
        Screen screen = Screen.terminal(80);
        ProgressLine line = line(screen);

        line.tick();
        doing = "Warming carts";
        line.tick();

        assertThat(screen.err()).isEqualTo("\r\u001B[K| Warming orders  0 s\r\u001B[K| Warming carts  0 s");
    }

    @Test
    void nothing_is_drawn_after_the_end() {
        Screen screen = Screen.terminal(80);
        ProgressLine line = line(screen);
        line.clear();
        String ended = screen.err();

        line.tick();
        line.clear();
        line.interrupt("Too late.");

        assertThat(screen.err()).isEqualTo(ended);
    }

    @Test
    void an_interrupt_ends_the_line_and_says_what_follows() {
        Screen screen = Screen.terminal(80);
        ProgressLine line = line(screen);
        pass(12_000);

        line.interrupt("It goes on.");
        line.tick();

        assertThat(screen.err()).isEqualTo("\r\u001B[KInterrupted after 12 s. It goes on.\n");
    }

    @Test
    void what_is_waited_for_comes_through_and_so_does_its_failure() {
        Screen screen = Screen.none();

        assertThat(Progress.during(screen.console(), "Asking", "", () -> 42)).isEqualTo(42);
        assertThatThrownBy(() -> Progress.during(screen.console(), "Asking", "", () -> {
                    throw Failure.wrongUse("No.");
                }))
                .hasMessage("No.");
        assertThat(screen.err()).isEqualTo("Asking …\nAsking …\n");
    }

    private ProgressLine line(Screen screen) {
        return new ProgressLine(screen.console(), () -> nanos, () -> new Doing(doing, step));
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
