// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * AWS's own runtime tells whether a function behind Stoker answers as it does alone: byte for byte, failure for failure.
 *
 * <p>With one class loader for everything and within a second; all kinds of handlers, with the class loaders of Lambda and
 * with stack traces, are compared by {@code HandlersTest} of the module {@code local}.
 */
class AwsRuntimeTest {
    private static final String ORDER =
            "{\"id\":\"Å 7\",\"amounts\":[1,2,3],\"note\":\"urgent\",\"unknown\":{\"a\":1}}";
    private static final String ANDROID = "{\"env\":{\"platform\":\"Android\"}}";

    @ParameterizedTest
    @MethodSource("users")
    void a_function_behind_stoker_answers_as_it_does_alone(String handler, String event) {
        AwsRuntime.Outcome alone = AwsRuntime.serve(handler, event, null);
        assertThat(alone.response()).as("AWS's runtime serves it: " + alone).isNotNull();
        assertThat(AwsRuntime.serveWarmable(handler, event, null)).isEqualTo(alone);
    }

    static Stream<Arguments> users() {
        Stream<Arguments> kinds = Stream.of("Streams", "Orders", "Maps", "VoidResult", "Bounded")
                .flatMap(name -> Stream.of(name, name + "::handleRequest"))
                .map(name -> Arguments.of(user(name), ORDER));
        Stream<Arguments> methods = Stream.of(
                        "nothing",
                        "object",
                        "objectAndContext",
                        "context",
                        "in",
                        "inAndContext",
                        "out",
                        "outAndContext",
                        "inAndOut",
                        "inOutAndContext",
                        "noResult")
                .map(name -> Arguments.of(user("Methods::" + name), ORDER));
        return Stream.of(kinds, methods, others()).flatMap(same -> same);
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(user("Methods::primitive"), "41"),
                Arguments.of(user("Methods::generic"), "{\"a\":[" + ORDER + "],\"b\":[]}"),
                Arguments.of(user("Streams::alsoStreams"), ORDER),
                Arguments.of(user("Overloads::handle"), ORDER),
                Arguments.of(user("Overloads::tie"), ORDER),
                Arguments.of(user("Overloads::one"), ORDER),
                Arguments.of(user("Overloads::two"), ORDER),
                Arguments.of(
                        user("Maps"),
                        "{\"deep\":{\"n\":[1.5,1e400,null,true,\"\\u0000\"]},\"big\":12345678901234567890}"),
                Arguments.of(user("Maps"), "null"),
                Arguments.of(user("Maps"), "{}"),
                Arguments.of(user("Orders"), "null"),
                Arguments.of(user("Orders"), "\"\""),
                Arguments.of(user("Orders"), "[" + ORDER + "]"),
                Arguments.of(
                        user("Queue"), "{\"Records\":[{\"messageId\":\"m\",\"body\":\"b\",\"eventSourceARN\":\"a\"}]}"),
                Arguments.of(user("Rest"), "{\"path\":\"/orders\",\"headers\":{\"A\":\"b\"},\"isBase64Encoded\":true}"),
                Arguments.of(
                        user("Schedules"), "{\"time\":\"2026-01-01T12:00:00Z\",\"detail-type\":\"t\",\"detail\":{}}"),
                Arguments.of(user("Buckets"), "{\"Records\":[{\"eventTime\":\"2026-01-01T12:00:00.000Z\",\"s3\":{}}]}"),
                Arguments.of(
                        user("Tables"),
                        "{\"Records\":[{\"eventID\":\"1\",\"dynamodb\":{\"ApproximateCreationDateTime\":1.5E9,"
                                + "\"NewImage\":{\"Id\":{\"N\":\"7\"}}}}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failures::checked",
                "Failures::unchecked",
                "Failures::error",
                "Failures::stream",
                "Failures::withoutMessage",
                "Endless"
            })
    void a_function_behind_stoker_fails_as_it_does_alone(String name) {
        assertSameFailure(user(name), name.equals("Endless") ? "\"text\"" : ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"id\":", "{\"id\":{\"a\":1}}", "17", "{\"id\":1}}}", "\u0000"})
    void an_event_that_is_no_order_fails_or_passes_as_it_does_alone(String event) {
        AwsRuntime.Outcome alone = AwsRuntime.serve(user("Orders"), event, null);
        assertThat(AwsRuntime.serveWarmable(user("Orders"), event, null)).isEqualTo(alone);
    }

    private static void assertSameFailure(String handler, String event) {
        AwsRuntime.Outcome alone = AwsRuntime.serve(handler, event, null);
        assertThat(alone.thrown()).as("it fails alone: " + alone).isNotNull();
        assertThat(AwsRuntime.serveWarmable(handler, event, null)).isEqualTo(alone);
    }

    /** Gson writes empty optionals and unknown numbers otherwise than Jackson, so the two can be distinguished. */
    @Test
    void a_call_from_the_android_sdk_is_read_and_written_by_gson_as_alone() {
        String event = "{\"n\":1}";
        AwsRuntime.Outcome alone = AwsRuntime.serve(user("Maps"), event, ANDROID);
        assertThat(alone).isNotEqualTo(AwsRuntime.serve(user("Maps"), event, null));
        assertThat(AwsRuntime.serveWarmable(user("Maps"), event, ANDROID)).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Streams", "Orders", "Methods::inAndOut", "Failures::error", "Endless"})
    void a_warm_event_is_answered_before_any_kind_of_handler(String name) {
        AwsRuntime.Outcome outcome =
                AwsRuntime.serveWarmable(user(name), WarmFunction.warmEvent(System.currentTimeMillis(), 0), null);
        assertThat(outcome.response()).startsWith("{\"stoker\":{\"version\":1,\"environmentId\":\"");
    }

    private static String user(String name) {
        return UserCode.class.getName() + "$" + name;
    }
}
