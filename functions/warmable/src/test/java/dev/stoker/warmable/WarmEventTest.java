// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmEventTest {
    private final List<String> users = new ArrayList<>();
    private final WarmFunction function = WarmFunction.of((event, output, context) -> {
        users.add(new String(event.readAllBytes(), StandardCharsets.UTF_8));
        output.write('1');
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1,\"round\":1,\"slot\":1}}",
                " \t\r\n{ \t\r\n\"stoker\" \t\r\n: \t\r\n{ \"version\" : 1 } }",
                "{\"stoker\":{\"version\":1},\"body\":{\"deep\":[[[{\"stoker\":1}]]]},\"text\":\"}\"}",
                "{\"stoker\":",
                "{\"stoker\":null}",
                "{\"stoker\":17}",
                "{\"stoker\":\"yes\"}",
                "{\"stoker\":[]}",
                "{\"stoker\":{}} and then no JSON at all"
            })
    void an_event_that_begins_with_the_key_is_a_warm_one_whatever_follows(String event) {
        assertThat(function.invoke(event)).startsWith("{\"stoker\":{\"version\":1,");
        assertThat(users).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " \n\t\r ",
                "{",
                "{}",
                "{\"",
                "{\"stoker",
                "{\"stoker\"",
                "{\"stoker\" ",
                "{\"stoker\",",
                "{\"stokers\":{}}",
                "{\"stoke\":{}}",
                "{\"Stoker\":{}}",
                "{\"stoker \":{}}",
                "{'stoker':{}}",
                "{stoker:{}}",
                "{\"st\\u006fker\":{}}",
                "{\"body\":1,\"stoker\":{\"version\":1}}",
                "[{\"stoker\":{}}]",
                "\"{\\\"stoker\\\":{}}\"",
                "\uFEFF{\"stoker\":{}}",
                "\u00A0{\"stoker\":{}}",
                "\f{\"stoker\":{}}",
                "null",
                "17",
                "\"stoker\"",
                "{\"näme\":\"Ådå 😀\"}"
            })
    void any_other_event_reaches_the_user_byte_for_byte(String event) {
        assertThat(function.invoke(event)).isEqualTo("1");
        assertThat(users).containsExactly(event);
    }

    @Test
    void an_event_in_another_encoding_is_a_users() {
        byte[] event = "{\"stoker\":{\"version\":1}}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(function.invoke(event)).isEqualTo(new byte[] {'1'});
        assertThat(users).hasSize(1);
    }

    @Test
    void no_more_is_read_than_it_takes_to_tell() throws IOException {
        assertThat(readToTell("{\"name\":\"Ada\"}")).isEqualTo("{\"n");
        assertThat(readToTell("{\"stoker\" : {\"version\":1}}")).isEqualTo("{\"stoker\" :");
        assertThat(readToTell("[1,2,3]")).isEqualTo("[");
    }

    private static String readToTell(String event) throws IOException {
        InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        WarmEvent.opens(in, seen);
        assertThat(in.available()).isEqualTo(event.length() - seen.size());
        return seen.toString(StandardCharsets.UTF_8);
    }
}
