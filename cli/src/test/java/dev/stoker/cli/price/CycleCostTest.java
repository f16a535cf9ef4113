// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleCostTest {
    private static final FunctionSize GIGABYTE = new FunctionSize(1024, Architecture.X86_64);

    @Test
    void a_cycle_costs_its_requests_its_held_time_its_init_and_its_executions() throws Exception {
        CycleCost cost = cost("{'targets':[{'function':'f','requested':20,'rounds':2,'throttled':1,'heldMillis':3000,"
                + "'coldStarts':4,'openedAt':1000,'holdUntil':1100,'environments':["
                + "{'coldStart':true,'initMillis':1500,'releasedAt':1150},{'coldStart':true,'initMillis':500,'releasedAt':1100},"
                + "{'coldStart':true,'initMillis':null},{'coldStart':false,'initMillis':9999}]}]}");

        // By hand: 39 requests at 0.0000002; 3 s and 4 x 1 s at 0.0000166667; one execution at 0.000001; it took two
        // rounds of 150 ms and 400 ms, in steps of 100 ms: 0.7 s x 64/1024 GB / 3600 x 0.06.
        assertThat(cost.usd().doubleValue())
                .isCloseTo(39 * 0.0000002 + 7 * 0.0000166667 + 0.000001 + 0.7 * 64 / 1024 / 3600 * 0.06, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"opennext, 300, 6.0", "lambda-warmer, null, 1.5"})
    void where_answers_do_not_tell_it_each_sleep_task_is_taken_to_hold_as_its_event_or_its_function_says(
            String protocol, String holdMillis, String gigabyteSeconds) throws Exception {
        CycleCost cost = cost("{'targets':[{'function':'f','requested':20,'rounds':1,'protocol':'" + protocol
                + "','holdMillis':" + holdMillis + ",'heldMillis':0}]}");

        assertThat(quantity(cost, "lambda.held")).isEqualByComparingTo(gigabyteSeconds);
        assertThat(cost.json().toString()).contains("do not contain it");
    }

    @Test
    void slots_that_were_never_sent_cost_nothing() throws Exception {
        CycleCost cost = cost("{'targets':[{'function':'f','requested':100,'slots':40,'sleepTasks':80,'rounds':2}]}");

        assertThat(quantity(cost, "lambda.requests")).isEqualByComparingTo("80");
        assertThat(quantity(cost, "express.requests")).isEqualByComparingTo("5"); // 1 + two rounds of two shards
    }

    @Test
    void executions_that_were_counted_are_not_estimated() throws Exception {
        CycleCost cost = cost(
                "{'targets':[{'function':'f','requested':100,'slots':40,'rounds':2,'executions':4},{'executions':1}]}");

        assertThat(quantity(cost, "express.requests")).isEqualByComparingTo("6"); // 4 + 1, and one above them
    }

    @Test
    void several_targets_take_an_execution_each_and_one_above_them() throws Exception {
        CycleCost cost = cost("{'targets':[{'function':'f','requested':100,'rounds':1},{'function':'g','requested':1,"
                + "'rounds':1}]}");

        assertThat(quantity(cost, "express.requests")).isEqualByComparingTo("7"); // 1 + (1 + 4) + 1
    }

    @Test
    void a_function_of_unknown_size_leaves_the_cost_unknown() throws Exception {
        JsonNode output = Json.read("{\"targets\":[{\"function\":\"f\"}]}");

        assertThat(CycleCost.compute(output, name -> Optional.empty(), prices()))
                .isEmpty();
    }

    @Test
    void what_stands_in_a_document_is_read_back() throws Exception {
        CycleCost cost = cost("{'targets':[{'function':'f','requested':1,'rounds':1,'heldMillis':100}]}");
        JsonNode document = Json.read("{\"cost\":" + cost.json() + "}");

        assertThat(CycleCost.readFrom(document)).contains(cost.usd());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | $0",
                "1620.0129 | $1,620.01",
                "2.996 | $3.00",
                "0.0814 | $0.081",
                "0.1 | $0.10",
                "0.000283 | $0.00028"
            })
    void dollars_are_read_as_cents_or_as_two_digits_that_say_something(BigDecimal usd, String text) {
        assertThat(Dollars.text(usd)).isEqualTo(text);
    }

    private static CycleCost cost(String output) throws Exception {
        return CycleCost.compute(Json.read(output.replace('\'', '"')), name -> Optional.of(GIGABYTE), prices())
                .orElseThrow();
    }

    private static BigDecimal quantity(CycleCost cost, String name) {
        return cost.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    private static Tariff prices() {
        return PriceFile.carried().of(PriceList.DEFAULT_REGION);
    }
}
