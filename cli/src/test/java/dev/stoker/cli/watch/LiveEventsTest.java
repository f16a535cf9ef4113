// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent.EventKind;
import org.junit.jupiter.api.Test;

/** What a page receives that is opened late, or that was away for a while. */
class LiveEventsTest {
    private static final long MINUTE = 60_000;

    private final LiveEvents events = new LiveEvents();

    LiveEventsTest() {
        events.follow("orders", "KeepWarm-1");
    }

    @Test
    void a_page_receives_everything_first_and_later_only_what_is_new() {
        on(EventKind.STARTED, 1000, 1, "user-1", false);
        ObjectNode all = Json.object();
        long next = events.writeTo(all, -1);
        on(EventKind.INITIALIZED, 1800, 1, "user-1", false);
        ObjectNode more = Json.object();
        events.writeTo(more, next);

        assertThat(all.toString()).contains("\"reset\":[]", "\"events\":[[\"s\",1000,\"1\"]]");
        assertThat(more.toString()).doesNotContain("reset").contains("\"events\":[[\"i\",1800,\"1\"]]");
    }

    @Test
    void what_is_too_old_to_be_drawn_is_the_state_at_the_beginning() {
        on(EventKind.STARTED, 1000, 1, "user-1", false);
        on(EventKind.INITIALIZED, 1800, 1, "user-1", false);
        on(EventKind.INVOKED, 1800, 1, "user-1", false);
        on(EventKind.FREED, 1900, 1, "user-1", false);
        on(EventKind.STARTED, 2000, 2, "user-2", false);
        on(EventKind.INITIALIZED, 2700, 2, "user-2", false);
        on(EventKind.RECLAIMED, 3000, 2, "", false);

        on(EventKind.INVOKED, 3000 + 16 * MINUTE, 1, "cycle-1", true);
        ObjectNode all = Json.object();
        events.writeTo(all, -1);

        // The environment is idle since 1,900; its INIT took 800 ms; no sleep task and one user were there.
        assertThat(all.toString())
                .contains(
                        "\"reset\":[[\"1\",3,1900,800,0,1]]",
                        "\"events\":[[\"v\",963000,\"1\",1,0,\"\"]]",
                        "\"users\":[0,1]",
                        "\"reclaimed\":1");
    }

    @Test
    void a_page_that_was_away_for_too_many_events_begins_again_with_the_state() {
        on(EventKind.STARTED, 0, 1, "cycle-1", true);
        ObjectNode first = Json.object();
        long next = events.writeTo(first, -1);
        for (int i = 0; i < 25_000; i++) {
            on(EventKind.INVOKED, 1, 1, "cycle-" + i, true);
            on(EventKind.FREED, 2, 1, "cycle-" + i, true);
        }

        ObjectNode after = Json.object();
        events.writeTo(after, next);

        // 40,000 of 50,001 events are kept; the other 5,000 pairs are 5,000 sleep tasks, and one that had not ended.
        assertThat(after.path("events")).hasSize(40_000);
        assertThat(after.path("reset").toString()).isEqualTo("[[\"1\",3,2,-1,5000,0]]");
    }

    @Test
    void a_user_is_cold_if_an_environment_was_started_for_the_request_whichever_one_served_it() {
        on(EventKind.STARTED, 0, 1, "user-1", false);
        on(EventKind.STARTED, 0, 2, "user-2", false);
        on(EventKind.INITIALIZED, 800, 1, "user-1", false);
        on(
                EventKind.INVOKED,
                800,
                1,
                "user-2",
                false); // it waited for environment 2, and environment 1 was ready first
        on(EventKind.FREED, 900, 1, "user-2", false);
        on(EventKind.INVOKED, 950, 1, "user-3", false);

        ObjectNode all = Json.object();
        events.writeTo(all, -1);
        assertThat(all.path("users").toString()).isEqualTo("[1,1]");
    }

    @Test
    void other_functions_are_not_on_the_page() {
        events.on(new EnvironmentEvent(EventKind.STARTED, 0, "carts.LATEST.1", "carts", "$LATEST", "user-1", false));

        ObjectNode all = Json.object();
        events.writeTo(all, -1);
        assertThat(all.path("events")).isEmpty();
    }

    private void on(EventKind kind, long at, int environment, String request, boolean warmEvent) {
        events.on(new EnvironmentEvent(
                kind, at, "orders.LATEST." + environment, "orders", "$LATEST", request, warmEvent));
    }
}
