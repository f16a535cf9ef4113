// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleHandlerTest {
    private static final Context CONTEXT = WarmSampleTest.contextWithTimeLeft();

    private final List<Long> pauses = new ArrayList<>();
    private final SampleHandler handler = new SampleHandler(new FrameworkBoot(1850), pauses::add);

    @Test
    void greets_and_tells_who_did() {
        Map<String, Object> answer = handler.handleRequest(Map.of("name", "Ada"), CONTEXT);
        assertThat(answer).containsOnlyKeys("message", "environment", "bootMillis", "invocation");
        assertThat(answer)
                .containsEntry("message", "Hello, Ada")
                .containsEntry("bootMillis", 1850L)
                .containsEntry("invocation", 1L);
    }

    @Test
    void greets_the_world_without_a_name() {
        assertThat(handler.handleRequest(Map.of("unknown", 1), CONTEXT)).containsEntry("message", "Hello, world");
    }

    @Test
    void an_environment_keeps_its_name_and_counts_its_requests() {
        Object name = handler.handleRequest(Map.of(), CONTEXT).get("environment");
        Map<String, Object> second = handler.handleRequest(Map.of(), CONTEXT);
        assertThat(second).containsEntry("environment", name).containsEntry("invocation", 2L);
        SampleHandler other = new SampleHandler(new FrameworkBoot(0), pauses::add);
        assertThat(other.handleRequest(Map.of(), CONTEXT)).doesNotContainEntry("environment", name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 250, 10_000})
    void works_as_long_as_it_is_asked_to(int millis) {
        handler.handleRequest(Map.of("workMillis", millis), CONTEXT);
        assertThat(pauses).containsExactly((long) millis);
    }

    @Test
    void refuses_work_of_any_other_length() {
        for (Object value : List.of(-1, 10_001, 1.5, "200", 99_999_999_999L, Map.of(), true)) {
            assertThatThrownBy(() -> handler.handleRequest(Map.of("workMillis", value), CONTEXT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("workMillis: must be a whole number of milliseconds, 0 to 10000, got " + value
                            + ". Send {\"workMillis\":200} or leave it out.");
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void refuses_a_name_that_is_no_text() {
        assertThatThrownBy(() -> handler.handleRequest(Map.of("name", 7), CONTEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name: must be a text, got 7. Send {\"name\":\"Ada\"}.");
    }

    @Test
    void a_null_field_is_as_good_as_none() {
        Map<String, Object> event = new HashMap<>();
        event.put("name", null);
        event.put("workMillis", null);
        assertThat(handler.handleRequest(event, CONTEXT)).containsEntry("message", "Hello, world");
        assertThat(pauses).containsExactly(0L);
    }
}
