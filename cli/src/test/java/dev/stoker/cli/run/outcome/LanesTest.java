// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    // The round opened at 1000 and ended at 1143: with 72 columns two milliseconds are one.
    private static final String TARGET = "{'openedAt':1000,'holdUntil':1100,'environments':["
            + "{'id':'late','coldStart':true,'initializedAt':1140,'initMillis':60,'arrivedAt':1142,'releasedAt':1142,'served':0},"
            + "{'id':'kJ3x0aPq9ZtB','coldStart':false,'arrivedAt':1020,'releasedAt':1100,'served':3}]}";

    @Test
    void each_environment_is_a_lane_with_its_hold_and_its_init_the_first_to_arrive_on_top() throws Exception {
        assertThat(lines(TARGET, 100))
                .containsExactly(
                        "kJ3x0aPq9ZtB  " + " ".repeat(10) + "█".repeat(40) + "|" + " ".repeat(21) + "  3 users",
                        "late          " + " ".repeat(40) + "=".repeat(30) + " █",
                        "= INIT of a cold start, █ holds, | the rendezvous at 100 ms; from 0 ms to 142 ms after the round"
                                + " opened.");
    }

    @Test
    void a_narrow_terminal_and_an_output_without_environments_have_none() throws Exception {
        assertThat(lines(TARGET, 99)).isEmpty();
        assertThat(lines("{'openedAt':1000}", 200)).isEmpty();
        assertThat(lines("{'openedAt':1000,'protocol':'opennext','environments':[{'id':'x1'}]}", 200))
                .as("another tool does not tell when a call arrived")
                .isEmpty();
    }

    @Test
    void many_are_cut_with_a_word_of_where_all_are() throws Exception {
        String row = "{'id':'a','arrivedAt':1020,'releasedAt':1100}";
        String target = "{'openedAt':1000,'holdUntil':1100,'environments':[" + (row + ",").repeat(49) + row + "]}";

        assertThat(lines(target, 120)).hasSize(42).contains("… and 10 lanes more; stoker report draws all.");
    }

    private static List<String> lines(String target, int columns) throws Exception {
        JsonNode document = Json.read(target.replace('\'', '"'));
        return Lanes.lines(document, columns);
    }
}
