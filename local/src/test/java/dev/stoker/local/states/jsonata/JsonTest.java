// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "-12.5",
                "12345678901234567890",
                "1e-9",
                "\"\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":null}]]",
                "\"ä 日本 🚀 \\\" \\\\ \\n \\u0001 \\u007f\"",
                "{\"ä\\\"\":[\"\\t\"],\"b\":{}}"
            })
    void the_size_is_that_of_the_text_in_utf8_and_the_text_can_be_read_again(String json) throws Exception {
        Object value = Json.parse(json);
        String text = Json.text(value);
        assertThat(Json.size(value)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(Json.text(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void a_name_and_a_number_may_be_as_long_as_the_text() throws Exception {
        String json = "{\"" + "x".repeat(200_000) + "\":1" + "0".repeat(20) + "}";
        assertThat(Json.size(Json.parse(json))).isEqualTo(json.length());
    }

    @Test
    void a_number_has_one_form() throws Exception {
        assertThat(Json.text(Json.parse("[7.0,1E2,-0.0,0.5,1e21,9007199254740993]")))
                .isEqualTo("[7,100,0,0.5,1e+21,9007199254740993]");
    }

    @Test
    void values_cannot_be_changed() throws Exception {
        Object value = Json.parse("{\"a\":[1]}");
        assertThatThrownBy(() -> ((JsonObject) value).put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((JsonObject) value).entrySet().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> requireNonNull((JsonArray) ((JsonObject) value).get("a"))
                        .add(1))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void names_keep_their_order_and_of_two_alike_the_later_counts_unless_that_is_refused() throws Exception {
        assertThat(Json.text(Json.parse("{\"b\":1,\"a\":2,\"b\":3}"))).isEqualTo("{\"b\":3,\"a\":2}");
        assertThatThrownBy(() -> Json.parseStrictly("{\"b\":1,\"a\":2,\"b\":3}"))
                .isInstanceOf(Json.MalformedJson.class)
                .hasMessage("Duplicate field 'b'");
    }

    @Test
    void what_is_no_json_is_refused() {
        for (String text : List.of("", " ", "{", "[1,]", "nul", "1 2", "{'a':1}", "NaN", "\"\u0001\"")) {
            assertThatThrownBy(() -> Json.parse(text)).as(text).isInstanceOf(Json.MalformedJson.class);
        }
    }
}
