// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are what follows {@code "stoker":}. */
class HoldReaderTest {
    private static final HoldRequest REQUESTED = new HoldRequest(1_795_360_868_679L, 96, "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96,\"round\":1,\"slot\":17}}",
                "{\"slot\":17,\"round\":1,\"holdMillis\":96,\"holdUntil\":1795360868679,\"version\":1}}",
                " {\n \"version\" : 1 ,\t\"holdUntil\" : 1795360868679 ,\r\n\"holdMillis\" : 96 } }",
                "{\"version\":1.0,\"holdUntil\":1.795360868679E12,\"holdMillis\":9.6e+1}}",
                "{\"version\":1,\"holdUntil\":1795360868679.25,\"holdMillis\":96.9}}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96},\"body\":{\"holdMillis\":1}}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}, and then no JSON at all",
                "{\"later\":{\"a\":[1,{\"b\":\"}]\\\"\"}],\"holdMillis\":5},\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"later\":[\",\",[],{}],\"vérsion\":\"ü\",\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"later\":null,\"t\":true,\"f\":-1.5e-3,\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"quote\\\"d\":\"\\\\\",\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":7,\"holdMillis\":96}"
            })
    void reads_the_two_numbers_in_any_order_spelling_and_company(String text) {
        assertThat(read(text)).isEqualTo(REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "{\"",
                "{\"version",
                "{\"version\"",
                "{\"version\":",
                "{\"version\":1",
                "{\"version\":1,",
                "{\"version\":1,}",
                "{\"version\":1,\"holdUntil\":17953608",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96]",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96,17}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96,\"round\"}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96,\"later\":\"open}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96,\"later\":{\"open\":1}",
                "{\"version\":1 \"holdUntil\":1795360868679,\"holdMillis\":96}",
                "null",
                "17",
                "\"text\"",
                "[{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}]"
            })
    void a_malformed_or_truncated_one_asks_for_no_hold(String text) {
        assertThat(read(text)).isEqualTo(HoldRequest.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":2,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":0,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":1.5,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":\"1\",\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":null,\"holdUntil\":1795360868679,\"holdMillis\":96}",
                "{\"version\":true,\"holdUntil\":1795360868679,\"holdMillis\":96}"
            })
    void one_of_another_version_asks_for_no_hold(String text) {
        assertThat(read(text)).isEqualTo(HoldRequest.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"holdUntil\":1795360868679}",
                "{\"version\":1,\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":\"96\"}",
                "{\"version\":1,\"holdUntil\":\"1795360868679\",\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":null}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":{}}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":[96]}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":-96}",
                "{\"version\":1,\"holdUntil\":-1795360868679,\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":1e999}",
                "{\"version\":1,\"holdUntil\":1e300,\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":99999999999999999999999999999999,\"holdMillis\":96}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":9-6}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":NaN}",
                "{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":0x60}"
            })
    void one_without_two_sensible_numbers_asks_for_no_hold(String text) {
        assertThat(read(text)).isEqualTo(HoldRequest.NONE);
    }

    @Test
    void a_number_of_a_megabyte_asks_for_no_hold() {
        String text = "{\"version\":1,\"holdUntil\":1" + "0".repeat(1_000_000) + ",\"holdMillis\":96}";
        assertThat(read(text)).isEqualTo(HoldRequest.NONE);
    }

    @Test
    void nesting_of_any_depth_is_passed_over() {
        String deep = "[{\"a\":".repeat(200_000) + "1" + "}]".repeat(200_000);
        assertThat(read("{\"later\":" + deep + ",\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}"))
                .isEqualTo(REQUESTED);
    }

    @Test
    void the_targets_own_payload_is_not_read() {
        InputStream event = new SequenceInputStream(
                new ByteArrayInputStream(
                        WarmFunction.ascii("{\"version\":1,\"holdUntil\":1795360868679,\"holdMillis\":96}")),
                new BrokenStream());
        assertThat(HoldReader.read(event)).isEqualTo(REQUESTED);
    }

    @Test
    void an_event_that_cannot_be_read_asks_for_no_hold() {
        assertThat(HoldReader.read(new BrokenStream())).isEqualTo(HoldRequest.NONE);
    }

    private static HoldRequest read(String text) {
        return HoldReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
