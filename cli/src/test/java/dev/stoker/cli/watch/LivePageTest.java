// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.Thorough;
import dev.stoker.cli.report.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of the live page and what its buttons do, in a browser. */
@Thorough
class LivePageTest {
    private static final int DOWN = 40;
    private static final int RIGHT = 39;
    private static final String NOTHING_RUNS =
            "document.getElementById('count-idle').textContent ===" + " document.getElementById('alive').textContent";

    /** A spare slot may prove one more. */
    private static final String PROVEN =
            "['5 of 5', '6, N = 5'].includes(document.getElementById('proved').textContent)";

    @TempDir
    private static Path folder;

    private static DevTools tab;
    private Watched watched;

    @BeforeAll
    static void startBrowser() throws IOException {
        tab = DevTools.start(Chromium.in(folder));
    }

    @AfterAll
    static void endBrowser() throws IOException {
        if (tab != null) {
            tab.close();
        }
    }

    @BeforeEach
    void openPage() throws IOException {
        watched = Watched.start();
        tab.size(1200, 900);
        tab.media("prefers-color-scheme", "light");
        tab.open(watched.address());
        tab.await("document.getElementById('link').textContent.startsWith('Live')");
        tab.await("document.getElementById('users-is').textContent === '5'");
    }

    @AfterEach
    void closePage() {
        watched.close();
    }

    @Test
    void every_button_calls_the_embedded_aws_and_the_page_shows_what_became_of_it() {
        tab.click("#burst");
        tab.await(said("5 users: 0 met a warm environment, 5 waited for a cold start, 0 failed."));
        tab.await(is("#users-cold", "5"));

        tab.click("#burst");
        tab.await(said("5 users: 5 met a warm environment, 0 waited for a cold start, 0 failed."));
        tab.await(is("#users-warm", "5"));

        tab.click("#cycle");
        tab.await(PROVEN);
        tab.await(NOTHING_RUNS);
        assertThat(Integer.parseInt(tab.text("#alive"))).isGreaterThanOrEqualTo(5);

        tab.await(is("#schedule", "Resume the schedule"));
        tab.click("#schedule");
        tab.await(is("#schedule", "Pause the schedule"));
        assertThat(watched.aws().schedule().plan().enabled()).isTrue();
        tab.await(is("#cycles", "2")); // the first tick is at once
        tab.await("document.getElementById('schedule-is').textContent.includes('next tick in ')");

        tab.click("#schedule");
        tab.await(is("#schedule", "Resume the schedule"));
        assertThat(watched.aws().schedule().plan().enabled()).isFalse();

        tab.await(NOTHING_RUNS);
        int before = Integer.parseInt(tab.text("#alive"));
        tab.click("#end");
        tab.await(is("#alive", "0"));
        tab.await(is("#reclaimed", String.valueOf(before)));
        tab.picture("after-end.png");
    }

    @Test
    void the_slider_for_n_changes_the_schedules_input_and_is_moved_by_keys() {
        tab.await("!document.getElementById('concurrency').disabled");
        tab.ask("document.getElementById('concurrency').focus()");
        tab.press("ArrowRight", RIGHT);
        tab.await(is("#concurrency-is", "10"));
        tab.await(said("The schedule keeps 10 environments warm: UpdateSchedule."));

        assertThat(watched.aws().schedule().plan().input()).contains("\"concurrency\":10");
        assertThat(watched.aws().schedule().plan().enabled()).isFalse();
        assertThat(tab.ask("document.getElementById('concurrency').getAttribute('aria-valuetext')")
                        .asText())
                .isEqualTo("10 environments");
    }

    @Test
    void arrow_keys_go_from_lane_to_lane_and_a_sentence_says_what_each_does() {
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));
        tab.await(NOTHING_RUNS);

        tab.ask("document.getElementById('lanes').focus()");
        tab.press("ArrowDown", DOWN);
        tab.press("ArrowDown", DOWN);

        assertThat(tab.text("#selected"))
                .containsPattern(
                        "^Environment \\d+: idle since .+, INIT [\\d,]+ ms, held by 0 cycles, served 1 user\\.$");
        tab.picture("selected.png");
    }

    @Test
    void a_screen_reader_gets_the_same_as_tables_and_every_control_has_a_name() {
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));
        tab.click("#cycle");
        tab.await(PROVEN);
        tab.click("#history summary");
        tab.click("#table summary");

        tab.await("document.querySelectorAll('#rows tr').length == document.getElementById('alive').textContent");
        tab.await("document.querySelector('#cycle-rows td:last-child')?.textContent === 'succeeded'");
        assertThat(tab.ask("[document.documentElement.lang,"
                                + "[...document.querySelectorAll('button')].every(b => b.textContent.trim()),"
                                + "[...document.querySelectorAll('input, select')].every(i => i.labels.length === 1),"
                                + "[...document.querySelectorAll('th')].every(t => t.scope === 'col'),"
                                + "!!document.getElementById('lanes').getAttribute('aria-label'),"
                                + "document.querySelectorAll('[role=status], [aria-live]').length].join(' ')")
                        .asText())
                .isEqualTo("en true true true true 4");
    }

    @Test
    void it_is_reached_by_the_tab_key_alone_in_the_order_of_the_page() {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            tab.press("Tab", 9);
            order.append(tab.ask("document.activeElement.id || document.activeElement.parentElement.id")
                            .asText())
                    .append(' ');
        }

        assertThat(order.toString())
                .isEqualTo("concurrency cycle schedule users burst end window lanes table history ");
    }

    @Test
    void nothing_hangs_over_on_a_phone_and_it_is_dark_where_the_system_is() {
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));
        tab.click("#cycle");
        tab.await(PROVEN);
        tab.picture("desktop.png");
        tab.size(360, 740);
        tab.await("document.documentElement.scrollWidth <= 360");
        tab.ask("scrollTo(0, 0)");
        tab.picture("phone.png");

        String paper = "getComputedStyle(document.body).backgroundColor";
        tab.await(paper + " === 'rgb(255, 255, 255)'");
        tab.media("prefers-color-scheme", "dark");
        tab.await(paper + " === 'rgb(18, 22, 31)'");
        tab.size(1200, 900);
        tab.await("document.getElementById('lanes').width > 1000");
        // The lanes are drawn again in a later frame.
        tab.await(
                "[...document.getElementById('lanes').getContext('2d').getImageData(3, 3, 1, 1).data].join() === '18,22,31,255'");
        tab.picture("dark.png");
    }

    @Test
    void a_page_that_is_opened_later_shows_what_happened_before() {
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));
        tab.await(NOTHING_RUNS);

        tab.open(watched.address());

        tab.await(is("#users-cold", "5"));
        tab.await(is("#alive", "5"));
        tab.await(is("#count-idle", "5"));
    }

    @Test
    void while_a_story_is_shown_the_buttons_wait() {
        watched.page().tell("Minute 0: 5 users at once", "Each of them waits.", false);
        tab.await("document.getElementById('burst').disabled && document.getElementById('concurrency').disabled");
        assertThat(tab.text("#story-title")).isEqualTo("Minute 0: 5 users at once");
        assertThat(tab.ask("fetch('burst', {method: 'POST', body: '{\"number\":1}'}).then(a => a.status)")
                        .asInt())
                .isEqualTo(409);

        watched.page().tell("The result", "Nobody waited.", true);
        tab.await("!document.getElementById('burst').disabled");
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));
    }

    @Test
    void a_number_that_cannot_be_chosen_is_an_error_with_the_rule() {
        assertThat(tab.ask("fetch('burst', {method: 'POST', body: '{\"number\":5000}'}).then(a => a.text())")
                        .asText())
                .isEqualTo("{\"error\":\"number: must be 1 to 1,000, got 5000.\"}");
        assertThat(tab.ask("fetch('burn', {method: 'POST', body: '{}'}).then(a => a.text())")
                        .asText())
                .isEqualTo("{\"error\":\"There is no button burn.\"}");
    }

    @Test
    void it_says_so_when_the_command_has_ended_and_keeps_its_picture() {
        tab.click("#burst");
        tab.await(is("#users-cold", "5"));

        watched.page().close();

        tab.await("document.getElementById('link').textContent.startsWith('The connection is lost')");
        tab.await(is("#users-cold", "5"));
    }

    private static String said(String sentence) {
        return "document.getElementById('said').textContent.startsWith('" + sentence + "')";
    }

    private static String is(String selector, String text) {
        return "document.querySelector('" + selector + "').textContent === '" + text + "'";
    }
}
