// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.input.WarmProtocol.Identification;
import dev.stoker.cli.output.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmProtocolTest {
    private static final Path MACHINE =
            Path.of(System.getProperty("stoker.root"), "statemachine/target/keep-warm.asl.json");

    @Test
    void protocols_are_those_that_the_state_machine_describes() throws Exception {
        JsonNode described = Json.read(Files.readString(MACHINE)).at("/States/Describe protocols/Assign/protocols");
        List<String> names = new ArrayList<>();
        described.fieldNames().forEachRemaining(names::add);

        assertThat(WarmProtocol.names()).isEqualTo(String.join(", ", names));
        for (WarmProtocol protocol : WarmProtocol.values()) {
            JsonNode row = described.path(protocol.written());
            if (row.path("holds").isBoolean()) {
                assertThat(protocol.holdsByEvent())
                        .as(protocol.written())
                        .isEqualTo(row.path("holds").asBoolean());
                assertThat(protocol.ownHoldMillis() > 0).as(protocol.written()).isNotEqualTo(protocol.holdsByEvent());
            }
            boolean mayProve =
                    protocol == WarmProtocol.STOKER || row.path("idAt").isTextual();
            assertThat(protocol.identification() != Identification.NEVER)
                    .as(protocol.written())
                    .isEqualTo(mayProve);
        }
    }
}
