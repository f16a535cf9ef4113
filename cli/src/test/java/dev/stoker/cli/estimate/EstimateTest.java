// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.price.ExpressRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    private static final String THAT_DAY = "2026-11-22T12:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void people_see_each_line_the_totals_the_other_ways_and_advice() {
        String out = Estimated.printed(THAT_DAY, "--concurrency=100", "--memory=1536")[0];

        assertThat(out)
                .contains(
                        "Keeping 100 environments warm, every 4m, hold 100 ms, 1,536 MB x86_64, us-east-1",
                        "10,800 cycles × (100 + 10 spare)",
                        "(1,080,000 × 100 ms + 108,000 × 1 ms) × 1,536 MB",
                        "each round sends 10 more, all that maxSpare allows",
                        "10,800 cycles × (1 + 4)",
                        "Without extras",
                        "$3.03",
                        "Provisioned concurrency, all day",
                        "$1,620.01",
                        "Standard instead of Express",
                        "Nothing at all",
                        "SnapStart",
                        "no cold start is acceptable");
    }

    @Test
    void a_window_counts_for_its_part_of_the_week_only() {
        JsonNode estimate = Estimated.run("--window=MON-FRI 08-18=50");

        assertThat(estimate.at("/month/cycles").asDouble()).isCloseTo(50 * 60 / 4.0 * 30 / 7, within(1e-6));
        assertThat(estimate.at("/month/sleepTasks").asDouble()).isCloseTo(55 * 50 * 60 / 4.0 * 30 / 7, within(1e-5));
    }

    @Test
    void each_spare_slot_costs_an_invocation_and_a_millisecond() {
        JsonNode without = Estimated.run("--concurrency=100", "--max-spare=0");
        JsonNode seven = Estimated.run("--concurrency=100", "--max-spare=7");

        assertThat(without.at("/month/spareSleepTasks").asDouble()).isZero();
        assertThat(seven.at("/month/spareSleepTasks").asDouble()).isEqualTo(75_600);
        assertThat(seven.at("/month/sleepTasks").asDouble()).isEqualTo(1_155_600);
        assertThat(Estimated.line(seven, "lambda.requests") - Estimated.line(without, "lambda.requests"))
                .isCloseTo(75_600 * 0.0000002, within(1e-9));
        assertThat(Estimated.line(seven, "lambda.held") - Estimated.line(without, "lambda.held"))
                .isCloseTo(75_600 * 0.001 * 0.5 * 0.0000166667, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"stoker, 100, 5", "lambda-warmer, 75, 0", "bref, 10, 0", "opennext, 300, 0"})
    void another_protocol_holds_as_its_functions_do_and_has_no_spare_slots(
            String protocol, double hold, double spares) {
        JsonNode estimate = Estimated.run("--concurrency=50", "--protocol=" + protocol);
        double held = 540_000 * hold + 10_800 * spares;

        assertThat(estimate.at("/month/spareSleepTasks").asDouble()).isEqualTo(10_800 * spares);
        assertThat(Estimated.line(estimate, "lambda.held")).isCloseTo(held / 1000 * 0.5 * 0.0000166667, within(1e-6));
    }

    @Test
    void spare_slots_may_take_a_second_level_of_executions() {
        assertThat(Estimated.run("--concurrency=32")
                        .at("/month/expressExecutionsPerCycle/fanOut")
                        .asInt())
                .isEqualTo(2);
        assertThat(Estimated.run("--concurrency=32", "--max-spare=0")
                        .at("/month/expressExecutionsPerCycle/fanOut")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "19, 1", "20, 2", "9990, 10", "10000, 0"})
    void without_a_number_a_tenth_may_be_spare_and_never_more_than_10_000_slots(long environments, long spares) {
        JsonNode estimate = Estimated.run("--concurrency=" + environments);

        assertThat(estimate.at("/input/maxSpare").asLong()).isEqualTo(spares);
        assertThat(estimate.at("/assumptions/0").asText()).startsWith("Spare slots: ");
    }

    @Test
    void provisioned_concurrency_by_schedule_follows_the_same_windows() {
        JsonNode estimate = Estimated.run("--window=MON-FRI 08-18=50", "--memory=1024");
        JsonNode scheduled = Estimated.find(estimate, "provisioned-concurrency-by-schedule");

        assertThat(scheduled.at("/lines/0/quantity").asDouble()).isCloseTo(50.0 * 50 * 3600 * 30 / 7, within(1e-3));
        assertThat(Estimated.other(estimate, "provisioned-concurrency"))
                .isCloseTo(50 * 2_592_000 * 0.0000041667, within(0.001));
    }

    @Test
    void between_windows_concurrency_holds_and_where_two_overlap_the_larger_one() {
        WeekPlan plan = WeekPlan.of(
                5,
                List.of(
                        Window.read("SAT,SUN 22:30-06=20").orElseThrow(),
                        Window.read("SUN 00-24=30").orElseThrow()));

        // Saturday 22:30 to 24:00, and Sunday's own night until Monday 06:00; all of Sunday has 30.
        assertThat(plan.minutes()).containsEntry(20L, 90.0 + 360).containsEntry(30L, 1440.0);
        assertThat(plan.minutes()).containsEntry(5L, 10_080.0 - 450 - 1440);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "32, 0", "33, 2", "100, 4", "1000, 32", "1024, 32", "1025, 35", "10000, 330"})
    void a_round_takes_as_many_nested_executions_as_the_state_machine_starts(long slots, long executions) {
        assertThat(ExpressRuns.fanOuts(slots)).isEqualTo(executions);
    }

    @Test
    void users_who_come_during_a_hold_are_the_most_that_can_be_displaced() {
        JsonNode users = Estimated.run("--concurrency=20", "--requests-per-second=3", "--request-duration=250ms")
                .path("users");

        assertThat(users.path("meanConcurrency").asDouble()).isEqualTo(0.75);
        assertThat(users.path("duringHolds").asDouble()).isCloseTo(10_800 * 3 * 0.1, within(1e-6));
        // P(equal) for two Poisson numbers of mean 0.75: exp(-1.5) I0(1.5) = 0.223130 x 1.646723 = 0.367434
        assertThat(users.path("displaced").asDouble()).isCloseTo(3240 * (1 + 0.367434) / 2, within(0.01));
        assertThat(users.path("holdShare").asDouble()).isCloseTo(0.1 / 240, within(1e-9));
    }

    @Test
    void users_who_keep_as_many_busy_by_themselves_need_no_warming() {
        JsonNode estimate = Estimated.run("--concurrency=20", "--requests-per-second=100", "--request-duration=300ms");

        assertThat(estimate.at("/advice/0").asText()).startsWith("Do nothing: users keep 30 environments busy");
    }

    @Test
    void provisioned_concurrency_is_advised_where_it_costs_no_more() {
        JsonNode estimate = Estimated.run("--memory=128", "--window=MON 08-09=1", "--interval=1m");

        assertThat(estimate.at("/advice").toString()).contains("Use provisioned concurrency: at $");
    }

    @Test
    void an_interval_that_may_keep_nothing_is_reported() {
        assertThat(Estimated.run("--concurrency=1", "--interval=10m")
                        .at("/advice")
                        .toString())
                .contains("An interval of 10m proves environments but may not keep them");
    }

    @Test
    void old_prices_are_a_warning_on_stderr_and_in_the_json() {
        String[] old = Estimated.printed("2027-06-30T00:00:00Z", "--concurrency=1", "--json");

        assertThat(old[1]).contains("Warning: The prices were read on 2026-11-22, 220 days ago.");
        assertThat(old[0]).contains("\"warnings\":[\"The prices were read");
        assertThat(Estimated.printed(THAT_DAY, "--concurrency=1")[1]).isEmpty();
    }

    @Test
    void what_is_printed_as_prices_can_be_changed_and_taken_back() throws Exception {
        String carried = Estimated.printed(THAT_DAY, "--print-prices")[0];
        Path own = Files.writeString(
                folder.resolve("own.json"),
                carried.replace("ap-east-2", "mars-north-1").replace("0.0000002,", "0.0000004,"));

        JsonNode estimate = Estimated.run("--concurrency=20", "--region=mars-north-1", "--prices=" + own);

        assertThat(estimate.path("region").asText()).isEqualTo("mars-north-1");
        assertThat(Estimated.line(estimate, "lambda.requests")).isCloseTo(0.09504, within(1e-9));
    }
}
