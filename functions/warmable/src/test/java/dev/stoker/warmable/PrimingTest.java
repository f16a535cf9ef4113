// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.warmable.WarmFunction.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What primes an environment besides an event, and what a failure of it leads to. The vectors have the rest. */
class PrimingTest {
    private static final String WARM =
            "{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1,\"prime\":{\"event\":{\"a\":1}}}}";

    private static final String WARM_WITHOUT_EVENT = "{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1}}";

    private static final AtomicInteger CALLS = new AtomicInteger();

    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void forget() {
        CALLS.set(0);
    }

    /** Counts its calls. */
    public static void prime() {
        CALLS.incrementAndGet();
    }

    /** Primes by a method of an instance. */
    public static final class Primer {
        /** Counts its calls, ten each. */
        public void prime() {
            CALLS.addAndGet(10);
        }
    }

    /** Fails. */
    public static void primeBadly() {
        CALLS.addAndGet(Integer.parseInt("no number"));
    }

    /** Needs an argument, and priming gives none. */
    public static void primeWith(String something) {
        CALLS.addAndGet(something.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PrimingTest", "PrimingTest$Primer"})
    void a_method_that_is_named_primes_in_place_of_the_event(String owner) throws IOException {
        WarmableHandler handler = handler("dev.stoker.warmable." + owner + "::prime", this::keep);

        Answer first = invoke(handler, WARM);
        Answer second = invoke(handler, WARM);

        assertThat(first.get("primed")).isEqualTo(1);
        assertThat(second.fields()).doesNotContainKeys("primed", "primeFailed");
        assertThat(CALLS.get()).isEqualTo(owner.equals("PrimingTest") ? 1 : 10);
        assertThat(events).isEmpty();
    }

    @Test
    void a_method_that_is_named_needs_no_event() throws IOException {
        WarmableHandler handler = handler("dev.stoker.warmable.PrimingTest::prime", this::keep);

        Answer answer = invoke(handler, WARM_WITHOUT_EVENT);

        assertThat(answer.get("primed")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.stoker.warmable.PrimingTest::primeBadly",
                "dev.stoker.warmable.PrimingTest::primeWith",
                "dev.stoker.warmable.PrimingTest::none",
                "dev.stoker.warmable.None::prime",
                "dev.stoker.warmable.PrimingTest",
                "::"
            })
    void a_method_that_fails_or_is_not_there_harms_no_user(String name) throws IOException {
        WarmableHandler handler = handler(name, this::keep);

        Answer answer = invoke(handler, WARM);
        invokeUser(handler, "{\"b\":2}");

        assertThat(answer.get("primeFailed")).isEqualTo(1);
        assertThat(events).containsExactly("{\"b\":2}");
    }

    @Test
    void a_failure_is_one_line_also_if_it_has_several_or_cannot_be_written() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
        try {
            for (RuntimeException thrown : List.of(new IllegalStateException("no\n database"), new Mute())) {
                WarmableHandler handler = handler("", (event, output, context) -> {
                    throw thrown;
                });

                assertThat(invoke(handler, WARM).get("primeFailed")).isEqualTo(1);
            }
        } finally {
            System.setErr(before);
        }
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Priming by the priming event failed: java.lang.IllegalStateException: no database",
                        "Priming by the priming event failed: " + Mute.class.getName());
    }

    /** A failure whose text fails. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no text either");
        }
    }

    @Test
    void what_does_not_end_is_given_up_and_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        WarmableHandler handler = new WarmableHandler(
                (RequestStreamHandler) (event, output, context) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                },
                Map.of("STOKER_MAX_HOLD_MILLIS", "1"),
                new FakeClock());

        Answer answer = invoke(handler, WARM);

        assertThat(answer.get("primeFailed")).isEqualTo(1);
        interrupted.await();
    }

    @Test
    void the_handler_sees_the_class_loader_and_the_context_that_users_events_bring() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        FakeContext context = new FakeContext(60_000);
        List<Object> seen = new ArrayList<>();
        WarmableHandler handler = new WarmableHandler(
                (RequestStreamHandler) (event, output, given) -> {
                    seen.add(Thread.currentThread().getContextClassLoader());
                    seen.add(given);
                },
                Map.of(),
                new FakeClock());

        handler.handleRequest(bytes(WARM), new ByteArrayOutputStream(), context);

        assertThat(seen).containsExactly(loader, context);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "com.acme.App::prime, false", "com.acme.App::prime, true"})
    void a_simulation_cannot_prime_and_says_so(String prime, boolean byEvent) throws IOException {
        SleepTask simulated = new SleepTask(Map.of("STOKER_PRIME", prime), System.err, new FakeClock());
        InputStream event = bytes(byEvent ? WARM : WARM_WITHOUT_EVENT);
        assertThat(WarmEvent.opens(event)).isTrue();

        assertThatThrownBy(() -> simulated.arriveWithoutPriming(event, 60_000))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("STOKER_PRIME");
    }

    @Test
    void a_simulation_holds_as_long_as_the_handler_does() throws IOException {
        SleepTask simulated = new SleepTask(Map.of(), System.err, new FakeClock());
        InputStream event =
                bytes("{\"stoker\":{\"version\":1,\"holdUntil\":" + (FakeClock.START + 267) + ",\"holdMillis\":1000}}");
        assertThat(WarmEvent.opens(event)).isTrue();

        assertThat(simulated.arriveWithoutPriming(event, 60_000).holdMillis()).isEqualTo(267);
    }

    private void keep(InputStream event, OutputStream output, Context context) throws IOException {
        events.add(new String(event.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static WarmableHandler handler(String prime, RequestStreamHandler user) {
        return new WarmableHandler(user, Map.of("STOKER_PRIME", prime), new FakeClock());
    }

    private static Answer invoke(WarmableHandler handler, String event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(bytes(event), output, new FakeContext(60_000));
        return Answer.of(output.toByteArray());
    }

    private static void invokeUser(WarmableHandler handler, String event) throws IOException {
        handler.handleRequest(bytes(event), new ByteArrayOutputStream(), new FakeContext(60_000));
    }

    private static ByteArrayInputStream bytes(String event) {
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    }
}
