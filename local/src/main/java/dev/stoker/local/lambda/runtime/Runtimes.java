// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.time.Timeline;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts runtimes of one kind. An execution environment has one runtime at a time, and a new one after a failure. */
public interface Runtimes extends AutoCloseable {
    /**
     * Starts a runtime, without waiting for it.
     *
     * @param events receives the events of the runtime; called from any thread
     */
    FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events);

    /**
     * Prepares what all runtimes of a function share, as Lambda does while a new function is Pending. No code of the
     * function runs.
     *
     * @param code its package; null only for modelled runtimes
     */
    default void prepare(@Nullable FunctionCode code, LayerStack layers) {}

    /**
     * Why functions of a runtime cannot run here, in a sentence with the remedy; empty if they can.
     *
     * @param runtime Lambda's identifier, such as python3.13
     */
    default Optional<String> refusal(String runtime) {
        return Optional.empty();
    }

    /**
     * Deletes the unpacked files of a package that no environment needs any longer. They are unpacked again if they are needed.
     *
     * @param code its package; null only for modelled runtimes
     */
    default void forget(FunctionCode code) {}

    /** Deletes the unpacked files of layers that no environment needs any longer. */
    default void forget(LayerStack layers) {}

    /** Stops all runtimes, and deletes their files. */
    @Override
    void close();

    /** The kind of execution environments. */
    @FunctionalInterface
    interface Kind {
        /** Each environment is a process, as on AWS. */
        Kind PROCESS = timeline -> new ProcessRuntimes();

        /** Each environment is a class loader and a thread within this JVM, for hundreds of environments. */
        Kind IN_JVM = timeline -> new InJvmRuntimes();

        /** Creates the runtimes on a timeline. */
        Runtimes on(Timeline timeline);

        /** The same with a wrapper that observes or changes them. */
        default Kind behind(UnaryOperator<Runtimes> other) {
            return timeline -> other.apply(on(timeline));
        }
    }

    /**
     * What functions are written in, with Lambda's identifiers of its runtimes. Source: Lambda developer guide, "Lambda
     * runtimes", read 2026-11; deprecated ones are left out, but for those that people still have.
     */
    enum Language {
        /** All run on the JDK that runs this. */
        JAVA("java17", "java21", "java25"),
        /** On the interpreter of the same version. */
        PYTHON("python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14"),
        /** On the Node.js of the same major version. */
        NODE("nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x"),
        /** The package brings a program of its own. */
        PROVIDED("provided.al2", "provided.al2023");

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes none that changes
        private final List<String> runtimes;

        Language(String... runtimes) {
            this.runtimes = List.of(runtimes);
        }

        /** The identifiers of its runtimes. */
        public List<String> runtimes() {
            return runtimes;
        }

        /** The language of a runtime; empty if it is none of Lambda's, or one that is not covered. */
        public static Optional<Language> of(String runtime) {
            return Stream.of(values())
                    .filter(language -> language.runtimes.contains(runtime))
                    .findFirst();
        }
    }

    /**
     * A started runtime. It runs one invocation at a time, after it has reported that it is initialized. Its methods
     * never block.
     */
    public interface FunctionRuntime {
        /** Starts an invocation. The previous one must have ended. */
        void invoke(RuntimeInvocation invocation);

        /** The output of the function since the last invocation started, at most the last 4 KB. */
        Payload log();

        /** Ends the runtime at once. It sends no more events. */
        void stop();

        /** Its process, if it has its own. */
        default OptionalLong processId() {
            return OptionalLong.empty();
        }
    }

    /** The bytes of an event, an answer or a log, usually JSON in UTF-8. Do not change the array. */
    public static final class Payload {
        /** No bytes at all. */
        public static final Payload EMPTY = new Payload(new byte[0]);

        private final byte[] bytes;

        private Payload(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Uses the array without copying it. */
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

        /** The last bytes, or all if there are fewer. */
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

    /** The events of a runtime. Errors are AWS's JSON: errorMessage, errorType and possibly stackTrace. */
    public interface RuntimeEvents {
        /** INIT begins. Before this, it may have waited for a free core of this machine. */
        void spawned();

        /** INIT has ended. The runtime polls for its first invocation. */
        void initialized();

        /** INIT failed. The runtime ends. */
        void initFailed(Payload error);

        /** The runtime could not even be started, for example because its package cannot be unpacked. */
        default void startFailed(Exception why) {
            Throwable first = why instanceof UncheckedIOException ? why.getCause() : why;
            String cause = first == null ? null : first.getMessage();
            initFailed(Payload.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("errorType", "Runtime.InvalidEntrypoint")
                    .put("errorMessage", "the environment could not be started: " + cause)
                    .toString()));
        }

        /** The function answered. */
        void answered(String requestId, Payload answer);

        /** The function threw. */
        void failed(String requestId, Payload error);

        /** The function threw, and the runtime ended with it. */
        default void failedAndEnded(String requestId, Payload error) {
            failed(requestId, error);
            exited("exit status 1");
        }

        /**
         * The runtime ended by itself.
         *
         * @param how the reason as Lambda writes it, such as {@code exit status 1}
         */
        void exited(String how);
    }

    /**
     * One invocation for a runtime.
     *
     * @param requestId AWS's id of the request
     * @param functionArn the invoked ARN, with its qualifier
     * @param deadlineMillis when the function times out, milliseconds since the epoch
     * @param traceId X-Ray's header; never null, because AWS's own runtime client crashes without it
     * @param clientContext what the caller tells about itself, JSON
     * @param payload the event
     */
    public record RuntimeInvocation(
            String requestId,
            String functionArn,
            long deadlineMillis,
            String traceId,
            Optional<String> clientContext,
            Payload payload) {}

    /**
     * The environment and the function of a runtime.
     *
     * @param environmentId the model's unique ID of the environment, valid in file names
     * @param version identifies the function's version: runtimes with the same object have the same code, and variables
     *     that differ only in the log stream
     * @param runtime Lambda's identifier, such as java21
     * @param code the function's package; null only for modelled runtimes
     * @param layers the content of /opt on AWS
     * @param memoryMegabytes 128 to 10,240
     * @param variables all environment variables except those with local paths and addresses: the function's own and
     *     AWS's, including the handler as {@code _HANDLER}
     * @param clockOffset milliseconds by which the function's clock is wrong; 0 unless a fault sets it
     */
    public record RuntimeSpec(
            String environmentId,
            Object version,
            String runtime,
            @Nullable FunctionCode code,
            LayerStack layers,
            int memoryMegabytes,
            Map<String, String> variables,
            long clockOffset) {
        /** Copies the variables. */
        public RuntimeSpec {
            variables = Map.copyOf(variables);
        }

        /** What the function is written in. */
        public Language language() {
            return Language.of(runtime).orElseThrow();
        }

        /** The function's handler, such as {@code Class::method} or {@code module.function}. */
        public String handler() {
            return requireNonNull(variables.get("_HANDLER"), "_HANDLER");
        }
    }
}
