// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.cycles.CycleReader;
import dev.stoker.cli.output.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CycleReaderTest {
    private final CycleReader reader = new CycleReader(cycle -> Optional.empty());

    @Test
    void the_json_of_a_run_is_one_cycle_with_its_cost() {
        reader.read(Drawn.cycle(2).replaceFirst("\\{", "{\"cost\":{\"usd\":0.0004},"));

        assertThat(reader.cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.cost()).contains(new BigDecimal("0.0004")));
        assertThat(new Headline(reader.cycles()).title())
                .isEqualTo("2 requested, 2 proven, 2 users displaced, $0.0004");
    }

    @Test
    void lines_are_a_cycle_each_the_oldest_first() {
        reader.read(Drawn.later(3, 4) + "\n\n" + Drawn.cycle(2) + "\n");

        assertThat(warm()).containsExactly(2L, 3L);
        assertThat(new Headline(reader.cycles()).title())
                .isEqualTo("2 cycles: 5 requested, 5 proven, 4 users displaced");
    }

    @Test
    void what_filter_log_events_prints_is_read_and_what_is_no_cycle_counted() {
        ObjectNode export = Json.object();
        export.putArray("events").addObject().put("timestamp", 1).put("message", Drawn.cycle(2));
        export.withArray("events").addObject().put("message", "START RequestId: 1");

        reader.read(export.toString());

        assertThat(warm()).containsExactly(2L);
        assertThat(reader.others()).isEqualTo(1);
    }

    @Test
    void so_is_what_logs_insights_prints() {
        ObjectNode export = Json.object();
        var row = export.putArray("results").addArray();
        row.addObject().put("field", "@timestamp").put("value", "2026-11-22 21:16:00.000");
        row.addObject().put("field", "@message").put("value", Drawn.cycle(2));

        reader.read(export.toString());

        assertThat(warm()).containsExactly(2L);
    }

    @Test
    void the_log_of_a_shortfall_and_of_an_executions_end_have_the_cycle_as_a_text() {
        ObjectNode failed = Json.object();
        failed.put("type", "ExecutionFailed")
                .putObject("details")
                .put("error", "Stoker.Shortfall")
                .put("cause", Drawn.cycle(2));
        ObjectNode ended = Json.object();
        ended.put("type", "ExecutionSucceeded").putObject("details").put("output", Drawn.later(3, 4));
        ObjectNode other = Json.object();
        other.put("type", "TaskFailed").putObject("details").put("cause", "no JSON");

        reader.read(failed + "\n" + ended + "\n" + other);

        assertThat(warm()).containsExactly(2L, 3L);
        assertThat(reader.others()).isEqualTo(1);
    }

    @Test
    void of_two_that_tell_the_same_cycle_the_one_with_its_environments_is_drawn() {
        reader.read(Drawn.cycle("f", 2, 2, Drawn.OPENED, List.of()) + "\n"
                + Drawn.cycle("f", 2, 2, Drawn.OPENED, Drawn.rows(2, Drawn.OPENED)));

        assertThat(reader.cycles())
                .singleElement()
                .satisfies(cycle ->
                        assertThat(cycle.output().at("/targets/0/environments")).hasSize(2));
    }

    @Test
    void a_nested_execution_is_not_counted_beside_the_one_that_holds_it() throws Exception {
        ObjectNode both = (ObjectNode) Json.read(Drawn.cycle("a", 2, 2, Drawn.OPENED, List.of()));
        both.withArray("targets")
                .add(Json.read(Drawn.cycle("b", 3, 3, Drawn.OPENED, List.of())).at("/targets/0"));

        reader.read(Drawn.cycle("a", 2, 2, Drawn.OPENED, List.of()) + "\n" + both + "\n"
                + Drawn.cycle("b", 3, 3, Drawn.OPENED, List.of()));

        assertThat(warm()).containsExactly(5L);
    }

    @Test
    void a_cycle_that_does_not_tell_its_cost_is_priced_where_that_can_be_done() {
        CycleReader pricing = new CycleReader(cycle -> Optional.of(BigDecimal.ONE));
        pricing.read(Drawn.cycle(2));

        assertThat(new Headline(pricing.cycles()).title()).endsWith("$1.00");
    }

    @Test
    void what_the_aws_cli_prints_as_text_has_tabs_between_messages() {
        reader.read(Drawn.cycle(2) + "\t" + Drawn.later(3, 4) + "\tSTART RequestId: 1 [x]\n2026-11-22T21:16:00 [i] "
                + Drawn.later(5, 8) + "\nno cycle [at all\n");

        assertThat(warm()).containsExactly(2L, 3L, 5L);
        assertThat(reader.others()).isEqualTo(1);
    }

    @Test
    void so_is_an_execution_that_step_functions_answered_or_describes() {
        reader.read(ended("output", Drawn.cycle(2)).put("status", "SUCCEEDED").toString());
        reader.read(ended("cause", Drawn.later(3, 4)).put("status", "FAILED").toString());
        reader.read(ended("output", "{\"hello\":1}").toString());
        ObjectNode history = Json.object();
        history.putArray("events")
                .addObject()
                .put("type", "ExecutionSucceeded")
                .set("executionSucceededEventDetails", ended("output", Drawn.later(5, 8)));
        reader.read(history.toString());

        assertThat(warm()).containsExactly(2L, 3L, 5L);
        assertThat(reader.others()).isEqualTo(1);
    }

    @Test
    void cycles_may_stand_in_an_array_as_objects_or_as_texts_or_one_after_the_other() {
        ArrayNode texts = Json.object().putArray("texts").add(Drawn.later(3, 4)).add("START RequestId: 1");
        ObjectNode row = Json.object().put("field", "@message").put("value", Drawn.later(7, 12));

        reader.read("[" + Drawn.cycle(2) + "]");
        reader.read(texts.toString());
        reader.read(
                Drawn.later(4, 6).replace(",", ",\n") + "\n" + Drawn.later(5, 8).replace(",", ",\n"));
        reader.read("[[" + row + "]]");

        assertThat(warm()).containsExactly(2L, 3L, 4L, 5L, 7L);
        assertThat(reader.others()).isEqualTo(1);
    }

    @Test
    void a_cycle_behind_a_line_that_was_cut_is_read() {
        reader.read(Drawn.cycle(3).substring(0, 40) + "\n" + Drawn.cycle(2) + "\n");

        assertThat(warm()).containsExactly(2L);
        assertThat(reader.others()).isEqualTo(1);
    }

    private static ObjectNode ended(String field, String text) {
        return Json.object().put(field, text);
    }

    private List<Long> warm() {
        return reader.cycles().stream().map(cycle -> cycle.sum("warm")).toList();
    }
}
