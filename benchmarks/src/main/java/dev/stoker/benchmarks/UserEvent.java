// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A user's event, handed to a handler that does nothing: directly, and behind Stoker. The JVM has the options of Lambda's Java runtime,
 * which stops at the first compiler.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class UserEvent {
    private static final byte[] ANSWER = {'{', '}'};

    /** The size of the event, bytes: a small one, and one in which a copy of it would be seen. */
    @Param({"200", "1000000"})
    int bytes;

    private final RequestStreamHandler alone = (event, output, context) -> output.write(ANSWER);
    private final RequestStreamHandler behind = new WarmableHandler(alone);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream(16);
    private byte[] event = {};

    /** Makes an event of the size. */
    @Setup
    public void makeEvent() {
        byte[] begin = "{\"name\":\"".getBytes(StandardCharsets.US_ASCII);
        event = Arrays.copyOf(begin, bytes);
        Arrays.fill(event, begin.length, bytes - 2, (byte) 'a');
        event[bytes - 2] = '"';
        event[bytes - 1] = '}';
    }

    /** Without Stoker. */
    @Benchmark
    public int alone() throws IOException {
        return serve(alone);
    }

    /** Behind Stoker. */
    @Benchmark
    public int behind() throws IOException {
        return serve(behind);
    }

    private int serve(RequestStreamHandler handler) throws IOException {
        output.reset();
        handler.handleRequest(new ByteArrayInputStream(event), output, null);
        return output.size();
    }
}
