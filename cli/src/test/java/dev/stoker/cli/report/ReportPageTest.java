// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.Thorough;
import dev.stoker.cli.cycles.CycleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a report, seen by a browser. */
@Thorough
class ReportPageTest {
    private static final String PHONE = "--window-size=500,900";
    private static final String DARK = "--blink-settings=preferredColorScheme=0";

    @TempDir
    private Path folder;

    private Chromium chromium;

    @BeforeEach
    void findBrowser() {
        chromium = Chromium.in(folder);
    }

    @Test
    void each_environment_has_a_lane_with_its_hold_and_the_cold_one_its_init() throws IOException {
        Path page = page(Drawn.cycle(20));

        assertThat(count(page, "g.lane", "g.lane.warm .hold", "g.lane.cold .init", "g.lane.late", ".rendezvous"))
                .isEqualTo("20 19 1 1 1");
    }

    @Test
    void bars_stand_where_their_times_are() throws IOException {
        // From 0 to 113 ms and 2 % more: the hold of the first to arrive begins at 21 ms, the rendezvous is at 96 ms.
        String places = chromium.ask(
                page(Drawn.cycle(20)),
                "",
                "[document.querySelector('.lane.warm .hold').getAttribute('x'),"
                        + "document.querySelector('.rendezvous').style.left].map(x =>"
                        + " parseFloat(x).toFixed(2)).join(' ')");

        assertThat(places).isEqualTo(String.format(Locale.ROOT, "%.2f %.2f", 21 / 115.26 * 100, 96 / 115.26 * 100));
    }

    @Test
    void arrivals_are_a_histogram_over_the_same_time_as_the_lanes() throws IOException {
        // To 1,200 ms and 2 % more. In 20 to 25 ms came 0.6 a millisecond, in 90 to 100 ms 1.2, in 1,120 to 1,200 ms
        // too few to see.
        String bars = chromium.ask(
                page(Drawn.withArrivals(20)),
                "",
                "[...document.querySelectorAll('.arrivals rect')].map(r => [r.className.baseVal,"
                        + "...['x', 'width', 'height'].map(a => parseFloat(r.getAttribute(a)).toFixed(1))].join(' ')).join('; ')");

        assertThat(bars).isEqualTo("hold 1.6 0.4 24.0; hold 7.4 0.8 48.0; late 91.5 6.5 2.0");
    }

    @Test
    void a_screen_reader_gets_the_arrivals_as_a_table_and_all_see_the_spare_slots() throws IOException {
        Path page = page(Drawn.withArrivals(20));

        assertThat(
                        chromium.ask(
                                page,
                                "",
                                "[...document.querySelectorAll('details:last-of-type tbody tr')].map(r => r.textContent).join('|')"))
                .isEqualTo("20 ms25 ms3|90 ms100 ms12|1,120 ms1,200 ms1");
        assertThat(chromium.open(page)).contains("best of 1 round, 2 spare slots and 1 late: hold 96 ms");
    }

    @Test
    void a_cycle_of_before_arrivals_were_counted_has_no_histogram() throws IOException {
        assertThat(count(page(Drawn.cycle(20)), ".arrivals")).isEqualTo("0");
    }

    @Test
    void the_title_is_the_result() throws IOException {
        assertThat(chromium.ask(
                        page(Drawn.cycle(20)), "", "document.title + '|' + document.querySelector('h1').textContent"))
                .isEqualTo("20 requested, 20 proven, 2 users displaced|20 requested, 20 proven, 2 users displaced");
    }

    @Test
    void a_sentence_under_each_chart_says_how_to_read_it() throws IOException {
        String sentences = chromium.ask(
                page(Drawn.cycle(3), Drawn.later(3, 4)),
                "",
                "[...document.querySelectorAll('.chart')].map(c => c.nextElementSibling.className).join(' ')");

        assertThat(sentences).isEqualTo("how how");
    }

    @Test
    void a_number_that_follows_demand_is_drawn_with_its_use_and_the_cold_starts_of_users() throws IOException {
        Path page =
                page(Drawn.followed(0, 2, 0, 0, 2), Drawn.followed(1, 10, 8, 4, 10), Drawn.followed(2, 10, 0, 0, 5));

        String shapes = chromium.ask(
                page,
                "",
                "document.querySelector('#followed .n').getAttribute('d') + '|' + [...document.querySelectorAll('#followed rect')]"
                        + ".map(r => [r.className.baseVal, ...['x', 'width', 'y', 'height'].map(a => parseFloat(r.getAttribute(a)).toFixed(0))].join(' ')).join('; ')");

        assertThat(shapes).isEqualTo("M0,128.00H333.33V0.00H666.67V0.00H1000|used 0 333 32 128; cold 0 333 96 64");
        assertThat(chromium.open(page))
                .contains(
                        "orders:live: N from 2 to 10, at most 8 environments used, 4 users met a cold start. The next N is 5.",
                        "N follows demand: 5, from the last intervals. Users needed 0 of the kept environments at once (mean concurrency 1.50)."
                                + " Guesses: fixed 3, last intervals 4, hours of the week –.");
    }

    @Test
    void a_cycle_that_rested_says_so_and_does_not_lower_N() throws IOException {
        Path page = page(Drawn.followed(0, 10, 8, 0, 10), Drawn.rested(1, 10), Drawn.followed(2, 10, 9, 0, 10));

        assertThat(chromium.ask(page, "", "document.querySelector('#followed .n').getAttribute('d')"))
                .isEqualTo("M0,0.00H500.00V0.00H1000");
        assertThat(chromium.open(page))
                .contains("N from 10 to 10, at most 9 environments used, 0 users met a cold start. 1 cycle rested.");
        assertThat(chromium.open(page(Drawn.rested(0, 10))))
                .contains("N follows demand: 10. This cycle rested: the probes found users as busy as before, so users"
                        + " keep the environments warm. 8 of them were not proven now.");
    }

    @Test
    void a_number_that_is_given_has_no_such_chart() throws IOException {
        assertThat(count(page(Drawn.cycle(3), Drawn.later(3, 4)), "#demand[hidden]", "#followed svg"))
                .isEqualTo("1 0");
    }

    @Test
    void environments_that_are_missing_have_lanes_that_say_why() throws IOException {
        Path page = page(Drawn.cycle("f", 5, 3, Drawn.OPENED, Drawn.rows(3, Drawn.OPENED)));

        assertThat(count(page, "g.lane.missing")).isEqualTo("2");
        assertThat(chromium.open(page)).contains("throttled\nthrottled</div>");
    }

    @Test
    void a_cycle_too_wide_for_rows_says_so_and_draws_what_is_there() throws IOException {
        Path page = page(Drawn.cycle("f", 500, 500, Drawn.OPENED, List.of()));

        assertThat(count(page, "g.lane.all")).isEqualTo("1");
        assertThat(chromium.open(page))
                .contains("more than 200 environments does not list them", "the counts are exact");
    }

    @Test
    void a_thousand_lanes_are_all_there_in_parts_that_are_laid_out_as_they_come_near() throws IOException {
        Path page = page(Drawn.cycle(1000));

        assertThat(chromium.ask(
                        page,
                        "",
                        counted("g.lane", ".chunk")
                                + " + ' ' + getComputedStyle(document.querySelector('.chunk')).contentVisibility"))
                .isEqualTo("1000 20 auto");
    }

    @Test
    void a_day_has_a_bar_for_each_cycle_and_shows_the_lanes_of_the_one_that_is_chosen() throws IOException {
        Path page = page(Drawn.cycle(3), Drawn.later(5, 4), Drawn.later(7, 8));

        assertThat(chromium.ask(
                        page,
                        "const before = " + counted("#overview g", "g.lane")
                                + "; document.getElementById('earlier').click();",
                        "before + ', then ' + " + counted("g.lane", "#overview g.chosen")))
                .isEqualTo("3 7, then 5 1");
    }

    @Test
    void arrow_keys_go_from_lane_to_lane_and_a_live_sentence_tells_each() throws IOException {
        String text = chromium.ask(
                page(Drawn.cycle(3)),
                "const box = document.querySelector('.lanes'); box.focus();"
                        + "for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'])"
                        + " box.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));",
                "[document.activeElement === box, document.querySelector('[aria-live]').textContent].join(' ')");

        assertThat(text)
                .isEqualTo("true Environment environment1: was warm, arrived at 21 ms, held 75 ms, served 7 users"
                        + " before.");
    }

    @Test
    void a_screen_reader_gets_the_same_as_a_table_and_every_control_has_a_name() throws IOException {
        String text = chromium.ask(
                page(Drawn.cycle(3), Drawn.later(3, 4)),
                "const details = document.querySelector('details'); details.open = true;"
                        + "details.dispatchEvent(new Event('toggle'));",
                "[document.documentElement.lang, details.querySelectorAll('tbody tr').length,"
                        + "details.querySelector('tbody tr').textContent,"
                        + "[...document.querySelectorAll('button')].every(b => b.textContent),"
                        + "document.querySelector('select').labels.length,"
                        + "!!document.querySelector('.lanes').getAttribute('aria-label'),"
                        + "[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-hidden') ||"
                        + " s.getAttribute('aria-labelledby'))].join('|')");

        assertThat(text).isEqualTo("en|3|environment1no–21 ms96 ms75 ms7|true|1|true|true");
    }

    @Test
    void nothing_hangs_over_on_a_phone() throws IOException {
        assertThat(chromium.ask(
                        page(Drawn.cycle(20), Drawn.later(20, 4)),
                        "",
                        "document.documentElement.scrollWidth <= window.innerWidth",
                        PHONE))
                .isEqualTo("true");
    }

    @Test
    void it_is_dark_where_the_system_is() throws IOException {
        Path page = page(Drawn.cycle(2));
        String paper = "getComputedStyle(document.body).backgroundColor";

        assertThat(chromium.ask(page, "", paper)).isEqualTo("rgb(255, 255, 255)");
        assertThat(chromium.ask(page, "", paper, DARK)).isEqualTo("rgb(18, 22, 31)");
    }

    @Test
    void it_names_nothing_that_would_be_loaded_and_forbids_it_too() throws IOException {
        String html = Files.readString(page(Drawn.cycle(2)));

        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContainPattern("(?i)\\b(src|href)\\s*=|@import|url\\(|fetch\\(|XMLHttpRequest|https?://");
    }

    @Test
    void what_a_name_holds_stays_text() throws IOException {
        String name = "</script><img src=x onerror=document.title='taken'>@data@";
        Path page = page(Drawn.cycle(name, 2, 2, Drawn.OPENED, Drawn.rows(2, Drawn.OPENED)));

        assertThat(chromium.ask(
                        page,
                        "",
                        "document.querySelector('h2:not(#cycles h2)').textContent === "
                                + "\"<\" + \"/script><img src=x onerror=document.title='taken'>@data@\""
                                + " && " + counted("img")))
                .isEqualTo("0");
    }

    /** How many elements each selector finds; all are counted in one start of the browser. */
    private String count(Path page, String... selectors) throws IOException {
        return chromium.ask(page, "", counted(selectors));
    }

    private static String counted(String... selectors) {
        return Stream.of(selectors)
                .map(selector -> "document.querySelectorAll('" + selector + "').length")
                .collect(Collectors.joining(", ", "[", "].join(' ')"));
    }

    private Path page(String... outputs) throws IOException {
        CycleReader reader = new CycleReader(cycle -> Optional.empty());
        reader.read(String.join("\n", outputs));
        return Files.writeString(
                folder.resolve("report.html"), ReportPage.render(reader.cycles(), Optional.empty(), "1"));
    }
}
