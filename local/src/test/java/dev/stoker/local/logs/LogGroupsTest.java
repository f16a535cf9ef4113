// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.account.Account;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.time.VirtualTimeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much log groups keep. */
class LogGroupsTest {
    private final LogGroups groups = new LogGroups(new VirtualTimeline(1000), Account.DEFAULT, 16_000);

    private void write(String group, String stream, int events) {
        for (int i = 0; i < events; i++) {
            groups.write(group, stream, 1000 + i, List.of("event " + i));
        }
    }

    private List<String> messages(String group) {
        return groups.named(group).events().map(LogEvent::message).toList();
    }

    @Test
    void the_oldest_events_of_the_largest_group_make_room() {
        write("/quiet", "s", 3);
        write("/loud", "s", 10_000);

        assertThat(messages("/quiet")).containsExactly("event 0", "event 1", "event 2");
        assertThat(messages("/loud")).hasSizeBetween(80, 120).endsWith("event 9999");
        assertThat(groups.all().stream()
                        .mapToLong(LogGroups.LogGroup::heldBytes)
                        .sum())
                .isLessThanOrEqualTo(16_000);
    }

    @Test
    void a_functions_stream_goes_with_its_last_event_and_one_that_was_made_stays() {
        groups.create("/machine").createStream("cycles");
        groups.named("/machine").add("cycles", 1000, "a cycle");
        write("/aws/lambda/f", "first", 10);
        write("/aws/lambda/f", "second", 1000);
        write("/aws/lambda/g", "third", 1000);

        assertThat(groups.named("/aws/lambda/f").streams())
                .extracting(LogStream::name)
                .containsExactly("second");
        groups.named("/machine").dropOldest(1_000_000);
        assertThat(groups.named("/machine").streams())
                .extracting(LogStream::name)
                .containsExactly("cycles");
    }

    @Test
    void what_is_deleted_no_longer_counts() {
        for (int i = 0; i < 1000; i++) {
            write("/a", "s" + i, 10);
            groups.named("/a").deleteStream("s" + i);
            write("/b", "s", 10);
            groups.delete("/b");
        }
        write("/c", "s", 50);

        assertThat(messages("/c")).hasSize(50);
        assertThat(groups.named("/a").heldBytes()).isZero();
    }
}
