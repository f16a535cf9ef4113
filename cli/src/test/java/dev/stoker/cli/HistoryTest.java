// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.output.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker history} on the log of a stack. */
class HistoryTest {
    private static final String CONFIGURATION = "GET /2015-03-31/functions/orders/configuration";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @Test
    void the_users_come_first_then_each_function_then_cycles_and_dollars() {
        log(cycle(1, 20, 20, 30_000, 4, 0), cycle(2, 20, 19, 17_322, 5, 3));

        Ran ran = history("--memory=1024").ends(0);

        assertThat(ran.out().replaceAll("\\s+", " "))
                .startsWith("99.98 % of 47,322 requests met a warm environment; 9 users waited.")
                .contains(
                        "orders ",
                        "19–20",
                        "2 cycles since ",
                        "1 fell short; 3 sleep tasks throttled",
                        "The cycles cost $0.0")
                .contains("The share is an estimate");
        String request = aws.requests("FilterLogEvents").get(0).body();
        long from = Long.parseLong(request.replaceFirst(".*\"startTime\":([0-9]+).*", "$1"));
        assertThat(Instant.now().toEpochMilli() - from).isBetween(24 * 3_600_000L, 24 * 3_600_000L + 60_000);
    }

    @Test
    void a_program_gets_every_number_and_the_memory_is_looked_up() {
        aws.answers(
                CONFIGURATION, 200, "{\"FunctionName\":\"orders\",\"MemorySize\":1024,\"Architectures\":[\"arm64\"]}");
        log(cycle(1, 20, 20, 30_000, 4, 0), cycle(2, 20, 19, 17_322, 5, 3));

        JsonNode history = history("--json").ends(0).json();

        assertThat(history.at("/users/requests").asLong()).isEqualTo(47_322);
        assertThat(history.at("/users/waited").asLong()).isEqualTo(9);
        assertThat(history.at("/users/warmPercent").decimalValue()).isEqualByComparingTo("99.98");
        assertThat(history.at("/cycles").asLong()).isEqualTo(2);
        assertThat(history.at("/shortfalls").asLong()).isEqualTo(1);
        assertThat(history.at("/throttled").asLong()).isEqualTo(3);
        assertThat(history.at("/usd").asDouble()).isPositive();
        assertThat(history.at("/targets/0/leastWarm").asLong()).isEqualTo(19);
        assertThat(history.at("/targets/0/users/waited").asLong()).isEqualTo(9);
        assertThat(aws.requests(CONFIGURATION)).hasSize(1);
    }

    @Test
    void a_cycle_that_rested_is_counted_and_is_neither_short_nor_the_least() {
        log(
                cycle(1, 20, 20, 30_000, 0, 0),
                cycle(2, 2, 2, 800, 0, 0)
                        .replace("\"warm\":2,", "\"warm\":2,\"demand\":{\"rest\":{\"notProven\":18}},"));

        JsonNode history = history("--json", "--memory=512").ends(0).json();
        String screen = history("--memory=512").ends(0).out().replaceAll("\\s+", " ");

        assertThat(history.at("/targets/0/leastWarm").asLong()).isEqualTo(20);
        assertThat(history.at("/targets/0/leastRequested").asLong()).isEqualTo(20);
        assertThat(history.at("/rests").asLong()).isEqualTo(1);
        assertThat(history.at("/targets/0/rests").asLong()).isEqualTo(1);
        assertThat(history.at("/shortfalls").asLong()).isZero();
        assertThat(screen).contains("0 fell short; 1 rested for a function");
    }

    @Test
    void where_the_memory_may_not_be_read_only_the_cost_is_missing() {
        aws.answers(CONFIGURATION, 403, "{\"Message\":\"no\"}");
        log(cycle(1, 20, 20, 5, 0, 0));

        assertThat(history().ends(0).out().replaceAll("\\s+", " "))
                .startsWith("100.00 % of 5 requests")
                .contains("Their cost cannot be calculated");
    }

    @Test
    void a_share_that_was_missed_ends_with_3_and_one_that_was_kept_with_0() {
        log(cycle(1, 20, 20, 1_000, 1, 0));

        Ran missed = history("--warm-rate=99.95", "--memory=512").ends(3);
        assertThat(missed.out())
                .contains("99.90 % of 1,000 requests", "The required share is 99.95 %, which was missed.");
        Ran kept = history("--warm-rate=99.9%", "--memory=512", "--json").ends(0);
        assertThat(kept.json().at("/warmRateMissed").asBoolean()).isFalse();
    }

    @Test
    void a_summary_for_ci_fails_where_the_exit_code_does(@TempDir Path folder) throws IOException {
        log(cycle(1, 20, 19, 1_000, 1, 0));
        Path xml = folder.resolve("users.xml");
        Path markdown = folder.resolve("users.md");

        history("--warm-rate=99.95", "--memory=512", "--summary=" + xml).ends(3);
        history("--warm-rate=99.9", "--memory=512", "--summary=" + markdown).ends(0);

        assertThat(xml)
                .content()
                .contains("<testsuite name=\"stoker history\" tests=\"1\" failures=\"1\">")
                .contains(
                        "99.90 % of 1,000 requests met a warm environment; 1 user waited. The required share is 99.95 %, which was"
                                + " missed.");
        assertThat(markdown)
                .content()
                .contains("### stoker history: passed", "| ✅ passed | users of stack shop | 99.90 % of 1,000 requests")
                .contains("orders: 19 of 20 environments proven warm in 1 cycle, 1 of which fell short.")
                .contains("1 cycle since ", "The share is an estimate");

        aws.answers("FilterLogEvents", 200, "{\"events\":[]}");
        history("--summary=" + xml).ends(1);
        assertThat(xml).content().contains("failures=\"1\"", "must have logged a cycle since");
    }

    @Test
    void without_users_nothing_is_missed() {
        log(cycle(1, 20, 20, 0, 0, 0));

        JsonNode history =
                history("--warm-rate=99.9", "--memory=512", "--json").ends(0).json();

        assertThat(history.at("/users/warmPercent").isNull()).isTrue();
    }

    @Test
    void a_log_without_cycles_or_with_errors_only_cannot_be_compared() {
        aws.answers("FilterLogEvents", 200, "{\"events\":[]}");
        assertThat(history("--json").ends(1).errorCode()).isEqualTo("Stoker.NoCycles");

        var log = Json.object();
        log.putArray("events")
                .addObject()
                .put("logStreamName", "states/keep-warm")
                .put(
                        "message",
                        Json.object()
                                .set("details", Json.object().put("cause", cycle(1, 20, 19, 8, 1, 1)))
                                .toString());
        aws.answers("FilterLogEvents", 200, log.toString());
        assertThat(history("--warm-rate=99", "--memory=512", "--json").ends(1).errorCode())
                .isEqualTo("Stoker.WarmRateUnknown");
        assertThat(history("--memory=512").ends(0).err()).contains("Warning: The log contains failed executions only");
    }

    @Test
    void what_is_no_percentage_and_no_stack_is_refused() {
        history("--warm-rate=most").ends(2).printsFailure("--warm-rate: must be a percentage");
        history("--warm-rate=101").ends(2).printsFailure("--warm-rate");
        stoker("history").ends(2).printsFailure("--stack");
        aws.answers("FilterLogEvents", 400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"gone\"}");
        assertThat(history("--json").ends(1).errorCode()).isEqualTo("Stoker.NoSuchStack");
    }

    private void log(String... cycles) {
        var log = Json.object();
        var events = log.putArray("events");
        for (String cycle : cycles) {
            events.addObject().put("logStreamName", "cycles").put("message", cycle);
        }
        aws.answers("FilterLogEvents", 200, log.toString());
    }

    private static String cycle(long at, int requested, int warm, long served, long waited, long throttled) {
        long opened = 1_795_360_868_000L + at * 240_000;
        return "{\"outcome\":\"Succeeded\",\"targets\":[{\"function\":\"orders\",\"requested\":" + requested
                + ",\"warm\":" + warm
                + ",\"rounds\":1,\"openedAt\":" + opened + ",\"holdUntil\":" + (opened + 100)
                + ",\"coldStarts\":0,\"failed\":0,\"throttled\":" + throttled + ",\"served\":" + served
                + ",\"userColdStarts\":" + waited + ",\"heldMillis\":2000,\"sleepTasks\":20,\"executions\":1}]}";
    }

    private Ran history(String... more) {
        return stoker(
                Ran.and(more, "history", "--stack=shop", "--endpoint-url=" + aws.endpoint(), "--region=us-east-1"));
    }
}
