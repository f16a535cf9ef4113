// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.FunctionCode.LayerStack;
import dev.stoker.local.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Starts runtimes of one kind. An execution environment has one runtime at a time, and a new one after a failure. */
public interface Runtimes extends AutoCloseable {
    /**
     * Starts a runtime, without waiting for it.
     *
     * @param events is told how it goes on; from any thread
     */
    FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events);

    /**
     * Readies what all runtimes of a function can share, as Lambda does while a new function is Pending. Nothing of the
     * function runs.
     *
     * @param code its package; null only for modelled runtimes
     */
    default void prepare(FunctionCode code, LayerStack layers) {}

    /** Stops all runtimes that still live, and removes what they left on the disk. */
    @Override
    void close();

    /** The kind of execution environments in which functions run. */
    @FunctionalInterface
    interface Kind {
        /** Each a process of its own, as near to AWS as a machine gets. */
        Kind PROCESS = timeline -> new ProcessRuntimes();

        /** Each a class loader and a thread within this JVM: for hundreds of them. */
        Kind IN_JVM = timeline -> new InJvmRuntimes();

        /** What starts them, on a timeline. */
        Runtimes on(Timeline timeline);

        /** The same behind something that watches them or interferes. */
        default Kind behind(UnaryOperator<Runtimes> other) {
            return timeline -> other.apply(on(timeline));
        }
    }

    /** A runtime that was started: serves one invocation at a time, after it said that it is initialised. Never blocks. */
    public interface FunctionRuntime {
        /** Hands an invocation over. The one before must have ended. */
        void invoke(RuntimeInvocation invocation);

        /** What the function wrote since the last invocation was handed over, the last 4 KB of it at most. */
        Payload log();

        /** Ends it at once; it tells nothing more afterwards. */
        void stop();

        /** The process that it runs in, where it has one to itself. */
        default OptionalLong processId() {
            return OptionalLong.empty();
        }
    }

    /** The bytes of an event, an answer or a log; as a rule the UTF-8 of JSON. Immutable as long as nobody changes the array. */
    public static final class Payload {
        /** No bytes at all. */
        public static final Payload EMPTY = new Payload(new byte[0]);

        private final byte[] bytes;

        private Payload(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Takes the array as it is, without a copy. */
        public static Payload of(byte[] bytes) {
            return new Payload(bytes);
        }

        /** The UTF-8 of a text. */
        public static Payload of(String text) {
            return new Payload(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The bytes, not copied: do not change them. */
        public byte[] bytes() {
            return bytes;
        }

        /** Number of bytes. */
        public int size() {
            return bytes.length;
        }

        /** The bytes read as UTF-8. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The last bytes of it, all if there are fewer. */
        public Payload last(int most) {
            return bytes.length <= most
                    ? this
                    : new Payload(Arrays.copyOfRange(bytes, bytes.length - most, bytes.length));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** What a runtime tells. Errors are AWS's JSON: errorMessage, errorType and perhaps stackTrace. */
    public interface RuntimeEvents {
        /** INIT begins now: it may have waited for its turn on this machine. */
        void spawned();

        /** INIT is over; the runtime asks for its first invocation. */
        void initialized();

        /** INIT failed. The runtime ends. */
        void initFailed(Payload error);

        /** The function answered. */
        void answered(String requestId, Payload answer);

        /** The function threw. */
        void failed(String requestId, Payload error);

        /**
         * The runtime ended by itself.
         *
         * @param how in Lambda's words, such as {@code exit status 1}
         */
        void exited(String how);
    }

    /**
     * One invocation for a runtime.
     *
     * @param requestId AWS's id of the request
     * @param functionArn as it was invoked, with its qualifier
     * @param deadlineMillis when the function times out, milliseconds since the epoch
     * @param traceId X-Ray's header; never null, because AWS's own runtime client crashes without it
     * @param payload the event
     */
    public record RuntimeInvocation(
            String requestId, String functionArn, long deadlineMillis, String traceId, Payload payload) {}

    /**
     * What a runtime needs to know of its environment and its function.
     *
     * @param environmentId the model's name of the environment, unique within it; fits file names
     * @param version stands for the function's version: runtimes with the same object have the same code, and variables that
     *     differ in the log stream only
     * @param code the function's package; null only for modelled runtimes
     * @param layers what lies in /opt on AWS
     * @param memoryMegabytes 128 to 10,240
     * @param variables all environment variables but those that tell places: the function's own and AWS's, the handler among
     *     them as {@code _HANDLER}
     * @param clockOffset milliseconds by which the function's clock is off; a fault, else 0
     */
    public record RuntimeSpec(
            String environmentId,
            Object version,
            FunctionCode code,
            LayerStack layers,
            int memoryMegabytes,
            Map<String, String> variables,
            long clockOffset) {
        /** Copies the variables. */
        public RuntimeSpec {
            variables = Map.copyOf(variables);
        }

        /** The function's handler, {@code Class::method} or {@code Class}. */
        public String handler() {
            return variables.get("_HANDLER");
        }
    }
}
