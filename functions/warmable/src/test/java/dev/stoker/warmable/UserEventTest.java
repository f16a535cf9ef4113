// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserEventTest {
    /** The largest event that Lambda takes in a synchronous invocation. */
    private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

    private final Context context = new FakeContext(1000);

    @Test
    void reaches_the_user_as_the_same_stream_rewound_with_the_same_context() {
        InputStream event = stream("{\"name\":\"Ada\"}");
        List<Object> seen = new ArrayList<>();
        WarmFunction.of((in, out, ctx) -> {
                    seen.add(in);
                    seen.add(ctx);
                    seen.add(in.available());
                })
                .invoke(event, context);
        assertThat(seen.get(0)).isSameAs(event);
        assertThat(seen.get(1)).isSameAs(context);
        assertThat(seen.get(2)).isEqualTo("{\"name\":\"Ada\"}".length());
    }

    @Test
    void begins_where_it_stood_and_not_where_its_bytes_begin() throws IOException {
        InputStream event = stream("passed[1]");
        event.skipNBytes("passed".length());
        WarmFunction echo = WarmFunction.of((in, out, ctx) -> in.transferTo(out));
        assertThat(echo.invoke(event, context)).isEqualTo(WarmFunction.ascii("[1]"));
    }

    @Test
    void of_six_megabytes_is_the_same_byte_for_byte_both_ways() {
        byte[] event = randomBytes();
        WarmFunction echo = WarmFunction.of((in, out, ctx) -> in.transferTo(out));
        assertThat(echo.invoke(event)).isEqualTo(event);
        assertThat(echo.invoke(new Chunks(stream(event), 8191), context)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "{\"stoke\":1}",
                "{\"stoker\"",
                "{  \"stoker\" , 1}",
                "    {\"name\":\"Ådå\"}",
                "[1,2,3]"
            })
    void from_a_stream_that_gives_it_in_small_pieces_is_whole(String event) {
        WarmFunction echo = WarmFunction.of((in, out, ctx) -> in.transferTo(out));
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        assertThat(echo.invoke(new Chunks(stream(bytes), 1), context)).isEqualTo(bytes);
        assertThat(echo.invoke(new Chunks(stream(bytes), 3), context)).isEqualTo(bytes);
    }

    @Test
    void from_a_stream_that_is_still_coming_is_handed_on_before_its_end() {
        Chunks event = new Chunks(stream(randomBytes()), 1);
        List<Integer> takenBefore = new ArrayList<>();
        WarmFunction.of((in, out, ctx) -> takenBefore.add(event.taken)).invoke(event, context);
        assertThat(takenBefore).containsExactly(1);
    }

    @Test
    void in_small_pieces_can_be_a_warm_one() {
        byte[] event = WarmFunction.ascii(WarmFunction.warmEvent(FakeClock.START + 96, 96));
        WarmFunction function = WarmFunction.of(WarmFunction.HELLO);
        byte[] answer = function.invoke(new Chunks(stream(event), 1), new FakeContext(60_000));
        assertThat(WarmFunction.Answer.of(answer).heldMillis()).isEqualTo(96);
    }

    @Test
    void that_cannot_be_read_fails_as_it_would_without_stoker() {
        BrokenStream event = new BrokenStream();
        WarmFunction echo = WarmFunction.of((in, out, ctx) -> in.transferTo(out));
        assertThatThrownBy(() -> echo.invoke(event, context)).hasCause(event.failure);
    }

    @Test
    void a_users_checked_exception_goes_through_as_it_is() {
        IOException thrown = new IOException("no such order");
        WarmableHandler handler = handler((in, out, ctx) -> {
            throw thrown;
        });
        assertThatThrownBy(() -> handler.handleRequest(stream("{}"), OutputStream.nullOutputStream(), context))
                .isSameAs(thrown);
    }

    @Test
    void a_users_unchecked_exception_goes_through_as_it_is() {
        IllegalStateException thrown = new IllegalStateException("no such order");
        WarmableHandler handler = handler((in, out, ctx) -> {
            throw thrown;
        });
        assertThatThrownBy(() -> handler.handleRequest(stream("{}"), OutputStream.nullOutputStream(), context))
                .isSameAs(thrown);
    }

    @Test
    void a_users_error_goes_through_as_it_is() {
        StackOverflowError thrown = new StackOverflowError("too deep");
        WarmableHandler handler = handler((in, out, ctx) -> {
            throw thrown;
        });
        assertThatThrownBy(() -> handler.handleRequest(stream("{}"), OutputStream.nullOutputStream(), context))
                .isSameAs(thrown);
    }

    @Test
    void a_users_failed_invocation_counts_as_served() {
        FakeClock clock = new FakeClock();
        WarmFunction failing = WarmFunction.on(clock, (in, out, ctx) -> {
            clock.pass(40);
            throw new IllegalStateException("no such order");
        });
        assertThatThrownBy(() -> failing.invoke("{}")).hasMessage("no such order");
        WarmFunction.Answer answer = failing.warm(10);
        assertThat(answer.number("served")).isEqualTo(1);
        assertThat(answer.number("busyMillis")).isEqualTo(40);
    }

    private static WarmableHandler handler(RequestStreamHandler user) {
        return new WarmableHandler(user, Map.of(), new FakeClock());
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[SIX_MEGABYTES];
        new Random(17).nextBytes(bytes);
        return bytes;
    }

    private static InputStream stream(String text) {
        return stream(WarmFunction.ascii(text));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Gives at most so many bytes at once, cannot be rewound, and counts what was taken. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private final int size;
        private int taken;

        Chunks(InputStream in, int size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            int c = in.read();
            taken += c < 0 ? 0 : 1;
            return c;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, Math.min(length, size));
            taken += Math.max(0, count);
            return count;
        }
    }
}
