// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.price.Dollars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A month that was worked out by hand in docs/cost.md: 30 days of a cycle every 4 minutes, 1,536 MB, x86_64, 100 ms, no free
 * tier, prices of us-east-1.
 */
class WorkedMonthTest {
    private static final String[] MONTH = {"--interval=4m", "--memory=1536", "--hold=100"};

    @Test
    void a_hundred_environments_are_10_800_cycles_and_1_188_000_sleep_tasks_of_which_108_000_spare() {
        JsonNode month = hundred().path("month");

        assertThat(month.path("cycles").asDouble()).isEqualTo(10_800);
        assertThat(month.path("sleepTasks").asDouble()).isEqualTo(1_188_000);
        assertThat(month.path("spareSleepTasks").asDouble()).isEqualTo(108_000);
    }

    @Test
    void their_requests_and_held_time_cost_2_94() {
        assertThat(hundred().at("/totals/lambda").asDouble()).isCloseTo(2.94, withPercentage(0.1));
        assertThat(Estimated.line(hundred(), "lambda.requests")).isCloseTo(0.2376, within(1e-9));
        assertThat(Estimated.line(hundred(), "lambda.held")).isCloseTo(2.7027, within(0.0001));
    }

    @Test
    void on_arm64_they_cost_2_40() {
        assertThat(estimate("--concurrency=100", "--architecture=arm64")
                        .at("/totals/lambda")
                        .asDouble())
                .isCloseTo(2.40, withPercentage(0.2));
        assertThat(estimate("--concurrency=20", "--architecture=arm64")
                        .at("/totals/lambda")
                        .asDouble())
                .isCloseTo(0.48, withPercentage(1));
    }

    @Test
    void each_cycle_is_one_execution_and_four_nested_ones_which_cost_8_cents() {
        JsonNode cycle = hundred().at("/month/expressExecutionsPerCycle");

        assertThat(cycle.path("keepWarm").asInt()).isEqualTo(1);
        assertThat(cycle.path("fanOut").asInt()).isEqualTo(4);
        assertThat(hundred().at("/month/expressExecutions").asDouble()).isEqualTo(54_000);
        assertThat(hundred().at("/totals/express").asDouble()).isCloseTo(0.08, within(0.005));
    }

    @Test
    void all_without_extras_costs_3_03() {
        assertThat(hundred().at("/totals/withoutExtras").asDouble()).isCloseTo(3.03, withPercentage(0.2));
    }

    @Test
    void twenty_cost_0_59_and_0_016_in_one_execution_a_cycle() {
        JsonNode twenty = estimate("--concurrency=20");

        assertThat(twenty.at("/month/sleepTasks").asDouble()).isEqualTo(237_600);
        assertThat(twenty.at("/month/expressExecutionsPerCycle/total").asInt()).isEqualTo(1);
        assertThat(twenty.at("/totals/lambda").asDouble()).isCloseTo(0.588, withPercentage(0.2));
        assertThat(twenty.at("/totals/express").asDouble()).isCloseTo(0.016, within(0.0005));
    }

    @Test
    void provisioned_concurrency_all_day_costs_1_620_and_324() {
        assertThat(Estimated.other(hundred(), "provisioned-concurrency")).isCloseTo(1620, withPercentage(0.1));
        assertThat(Estimated.other(estimate("--concurrency=20"), "provisioned-concurrency"))
                .isCloseTo(324, withPercentage(0.1));
    }

    @Test
    void standard_transitions_cost_30_78_and_7_02_more_than_the_warming_itself() {
        assertThat(Estimated.otherLine(hundred(), "standard-workflow", "standard.transitions"))
                .isCloseTo(30.78, within(1e-6));
        assertThat(Estimated.other(hundred(), "standard-workflow")).isCloseTo(33.72, within(0.01));
        assertThat(Estimated.other(estimate("--concurrency=20"), "standard-workflow"))
                .isCloseTo(7.61, within(0.01));
    }

    @Test
    void the_trick_makes_1_080_000_calls_and_holds_about_thirty() {
        JsonNode trick = Estimated.find(hundred(), "loop-trick");

        assertThat(trick.at("/lines/0/quantity").asDouble()).isEqualTo(1_080_000);
        assertThat(trick.path("usd").asDouble()).isCloseTo(2.92, withPercentage(1));
        assertThat(trick.path("gets").asText()).contains("1,080,000 calls a month", "about 29 of 100 overlap");
    }

    @Test
    void init_of_those_that_lambda_ends_costs_1_80_and_0_36_more() {
        assertThat(Estimated.extra(hundred(), "lambda.init")).isCloseTo(1.80, within(0.001));
        assertThat(Estimated.extra(estimate("--concurrency=20"), "lambda.init")).isCloseTo(0.36, within(0.001));
    }

    @Test
    void three_metrics_and_two_alarms_cost_1_21() {
        JsonNode watched = estimate("--concurrency=100", "--metrics=3", "--alarms=2");

        assertThat(Estimated.extra(watched, "metrics")
                        + Estimated.extra(watched, "metrics.requests")
                        + Estimated.extra(watched, "alarms"))
                .isCloseTo(1.21, within(0.005));
    }

    @Test
    void logs_of_the_function_cost_0_36_and_logs_at_level_all_nearly_as_much_as_the_warming() {
        assertThat(Estimated.extra(hundred(), "logs.functions")).isCloseTo(0.356, within(0.001));
        assertThat(Estimated.extra(estimate("--concurrency=20"), "logs.functions"))
                .isCloseTo(0.071, within(0.001));
        assertThat(Estimated.extra(estimate("--concurrency=100", "--log-level=ALL"), "logs.cycles"))
                .isCloseTo(2.97, within(0.01));
    }

    @Test
    void the_free_tiers_alone_carry_twenty() {
        JsonNode twenty = estimate("--concurrency=20", "--free-tier");

        assertThat(twenty.at("/totals/lambda").asDouble()).isZero();
        assertThat(Estimated.find(twenty.path("lines"), "scheduler").path("usd").asDouble())
                .isZero();
    }

    @Test
    void a_hold_of_a_second_costs_ten_times_the_time_and_the_same_requests() {
        JsonNode second = Estimated.run("--interval=4m", "--memory=1536", "--hold=1s", "--concurrency=100");

        assertThat(Estimated.line(second, "lambda.held")).isCloseTo(27.0, within(0.01));
        assertThat(Estimated.line(second, "lambda.requests")).isCloseTo(0.2376, within(1e-9));
    }

    @Test
    void every_line_is_its_quantity_times_its_price() {
        hundred()
                .findParents("unitUsd")
                .forEach(line -> assertThat(line.path("quantity")
                                .decimalValue()
                                .multiply(line.path("unitUsd").decimalValue()))
                        .as("%s", line)
                        .isCloseTo(line.path("usd").decimalValue(), within(new BigDecimal("1e-9"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--init=8s", "--hold=300", "--lifetime=30m"})
    void the_readme_has_the_amount_of_each_other_assumption(String other) throws IOException {
        String usd = Dollars.text(Estimated.run("--concurrency=20", "--memory=1536", other)
                .at("/totals/total")
                .decimalValue());

        assertThat(Path.of(System.getProperty("stoker.root"), "README.md"))
                .content()
                .contains(
                        "for $1.57 to " + usd + " a month",
                        "and " + usd + " if it starts in 8 s",
                        "20 cost " + usd + " instead of $1.57");
    }

    private static ObjectNode hundred() {
        return estimate("--concurrency=100");
    }

    private static ObjectNode estimate(String... more) {
        return Estimated.run(
                Stream.concat(Arrays.stream(MONTH), Arrays.stream(more)).toArray(String[]::new));
    }
}
