// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.output.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WarmingShareTest {
    private static final long MINUTE = 60_000;
    private static final FunctionName ORDERS = FunctionName.parse("orders").orElseThrow();

    @Test
    void the_sleep_tasks_of_a_cycle_and_their_time_are_no_users() {
        List<TrafficRow> users = share(cycle("orders:live", MINUTE + 5_000)).takenOutOf(rows(3, 24, 4, 3));

        assertThat(users).extracting(TrafficRow::requests).containsExactly(3.0, 4.0, 4.0);
        assertThat(users).extracting(TrafficRow::busyMillis).containsExactly(300.0, 400.0, 400.0);
    }

    @Test
    void the_largest_number_at_once_is_that_of_the_larger_minute_beside_the_cycle() {
        List<TrafficRow> users = share(cycle("orders:live", MINUTE + 5_000)).takenOutOf(rows(3, 24, 4, 5));

        assertThat(users)
                .extracting(TrafficRow::peak)
                .containsExactly(OptionalInt.of(3), OptionalInt.of(5), OptionalInt.of(5));
    }

    @Test
    void a_cycle_at_the_end_of_a_minute_raises_the_next_one_too_and_may_be_counted_there() {
        List<TrafficRow> rows = rows(3, 14, 14, 3);

        List<TrafficRow> users = share(cycle("orders", 2 * MINUTE - 100)).takenOutOf(rows);

        assertThat(users).extracting(TrafficRow::requests).containsExactly(3.0, 0.0, 8.0);
        assertThat(users)
                .extracting(TrafficRow::peak)
                .containsExactly(OptionalInt.of(3), OptionalInt.of(3), OptionalInt.empty());
    }

    @Test
    void cycles_of_other_functions_are_left_alone() {
        WarmingShare share = share(cycle("carts", MINUTE + 5_000));

        assertThat(share.cycles()).isZero();
        assertThat(share.takenOutOf(rows(3, 24, 4, 3)))
                .extracting(TrafficRow::requests)
                .containsExactly(3.0, 24.0, 4.0);
    }

    @Test
    void throttled_sleep_tasks_were_no_invocations() {
        WarmingShare share = share(cycle("arn:aws:lambda:us-east-1:000000000000:function:orders:live", 0)
                .replace("\"throttled\":0", "\"throttled\":5"));

        assertThat(share.invocations()).isEqualTo(15);
        assertThat(share.heldMillis()).isEqualTo(2_000);
    }

    private static WarmingShare share(String... cycles) {
        return new WarmingShare(
                List.of(cycles).stream().map(WarmingShareTest::read).toList(), ORDERS);
    }

    private static Cycle read(String cycle) {
        try {
            return new Cycle(Json.read(cycle), Optional.empty());
        } catch (JsonProcessingException other) {
            throw new AssertionError(cycle, other);
        }
    }

    private static String cycle(String function, long startedAt) {
        return "{\"startedAt\":" + startedAt + ",\"durationMillis\":300,\"targets\":[{\"function\":\"" + function
                + "\",\"requested\":20,\"warm\":20,\"sleepTasks\":20,\"throttled\":0,\"heldMillis\":2000,\"openedAt\":"
                + (startedAt + 50) + ",\"holdUntil\":" + (startedAt + 200) + "}]}";
    }

    /** Three minutes: in the middle one 20 sleep tasks of 100 ms besides. */
    private static List<TrafficRow> rows(int first, int second, int third, int peak) {
        return List.of(
                new TrafficRow(0, MINUTE, first, first * 100.0, OptionalInt.of(3)),
                new TrafficRow(MINUTE, MINUTE, second, Math.max(0, second - 20) * 100.0 + 2_000, OptionalInt.of(22)),
                new TrafficRow(2 * MINUTE, MINUTE, third, third * 100.0, OptionalInt.of(peak)));
    }
}
