// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AliasCheckTest {
    private static final Path MACHINE =
            Path.of(System.getProperty("stoker.root"), "statemachine/target/keep-warm.asl.json");

    @Test
    void the_warm_event_has_the_fields_that_the_state_machine_sends() throws Exception {
        JsonNode sent = Json.read(Files.readString(MACHINE))
                .at("/States/Describe protocols/Assign/protocols/stoker/event/stoker");
        JsonNode own = AliasCheck.event(Json.object()).path("stoker");

        assertThat(sent.isObject()).isTrue();
        assertThat(own.fieldNames()).toIterable().containsExactlyElementsOf(sent::fieldNames);
        assertThat(own.path("version")).isEqualTo(sent.path("version"));
        assertThat(own).allMatch(JsonNode::isInt);
    }

    @Test
    void the_payload_is_merged_after_the_warm_event() {
        assertThat(AliasCheck.event(Json.object().put("source", "release")).toString())
                .isEqualTo("{\"stoker\":{\"version\":1,\"holdUntil\":0,\"holdMillis\":0,\"round\":1,\"slot\":0},"
                        + "\"source\":\"release\"}");
    }
}
