// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** The main loop of a runtime: loads the handler, then runs one invocation after another. */
public final class RuntimeLoop {
    /** The main class of an environment with its own process. */
    public static final String MAIN_CLASS = RuntimeMain.class.getName();

    /** System property of such a process: the milliseconds by which the function's clock is wrong; set by a fault. */
    public static final String CLOCK_OFFSET = "stoker.clock.offset";

    /** System property of such a process: the folder of the unpacked layers, /opt on AWS; not set without layers. */
    public static final String LAYERS = "stoker.layers";

    private final RuntimeApi api;
    private final PrintStream log;

    private RuntimeLoop(RuntimeApi api, PrintStream log) {
        this.api = api;
        this.log = log;
    }

    /**
     * Runs until the runtime ends.
     *
     * @param handler the function's handler, {@code Class::method} or {@code Class}
     * @param functionLoader the class loader of the function's classes
     * @param log receives what AWS's runtime writes about failures
     * @return the exit status, always 1, because a healthy runtime only ends from outside
     * @throws IOException if the service is not available
     */
    public static int run(RuntimeApi api, String handler, URLClassLoader functionLoader, PrintStream log)
            throws IOException {
        Thread.currentThread().setContextClassLoader(functionLoader);
        return new RuntimeLoop(api, log).run(handler, functionLoader);
    }

    private int run(String handlerName, URLClassLoader functionLoader) throws IOException {
        LambdaRequestHandler handler;
        try {
            handler = HandlerLoading.load(handlerName, functionLoader);
        } catch (UserFault fault) {
            log.print(fault.reportableError());
            log.flush();
            api.initError(ErrorJson.of(LambdaErrorConverter.fromUserFault(fault)));
            return 1;
        }
        while (serve(handler, api.next())) {
            // continues with the next invocation
        }
        return 1;
    }

    /**
     * Runs one invocation.
     *
     * @return false if the runtime must end
     */
    private boolean serve(LambdaRequestHandler handler, NextInvocation invocation) throws IOException {
        byte[] payload;
        try {
            payload = handler.call(request(invocation)).toByteArray();
        } catch (UserFault fault) {
            UserFault.filterStackTrace(fault);
            fail(invocation, fault, ErrorJson.of(LambdaErrorConverter.fromUserFault(fault)));
            return !fault.fatal;
        } catch (Throwable thrown) {
            UserFault.filterStackTrace(thrown);
            UserFault fault = UserFault.makeUserFault(thrown);
            fail(invocation, fault, ErrorJson.of(LambdaErrorConverter.fromThrowable(thrown)));
            return !(thrown instanceof VirtualMachineError || thrown instanceof IOError);
        }
        api.response(invocation.requestId(), payload);
        Thread.interrupted(); // the function's own interrupts end with its invocation
        return true;
    }

    private void fail(NextInvocation invocation, UserFault fault, byte[] error) throws IOException {
        log.print(fault.reportableError());
        log.flush();
        api.error(invocation.requestId(), error);
    }

    private static InvocationRequest request(NextInvocation invocation) {
        InvocationRequest request = new InvocationRequest();
        request.setId(invocation.requestId());
        request.setInvokedFunctionArn(invocation.functionArn());
        request.setDeadlineTimeInMs(invocation.deadlineMillis());
        request.setXrayTraceId(invocation.traceId());
        request.setContent(invocation.payload());
        return request;
    }

    /**
     * The Lambda Runtime API, version 2018-06-01, for a runtime: over HTTP in a separate process, or by method calls
     * within one JVM. Errors are AWS's JSON: {@code errorMessage}, {@code errorType}, {@code stackTrace}.
     */
    public interface RuntimeApi {
        /**
         * Waits for the next invocation. The first call ends INIT.
         *
         * @throws IOException if the service is gone
         */
        NextInvocation next() throws IOException;

        /**
         * Answers an invocation.
         *
         * @throws IOException if the service is gone
         */
        void response(String requestId, byte[] payload) throws IOException;

        /**
         * Ends an invocation with a function error.
         *
         * @throws IOException if the service is gone
         */
        void error(String requestId, byte[] error) throws IOException;

        /**
         * Reports that INIT failed.
         *
         * @throws IOException if the service is gone
         */
        void initError(byte[] error) throws IOException;

        /** An invocation, as the Runtime API returns it. */
        public static final class NextInvocation {
            private final String requestId;
            private final String functionArn;
            private final long deadlineMillis;
            private final @Nullable String traceId;
            private final byte[] payload;

            /**
             * Created by the Runtime API.
             *
             * @param functionArn the ARN that was invoked, with its qualifier
             * @param deadlineMillis when the function times out, milliseconds since the epoch
             * @param traceId X-Ray's, or null
             * @param payload the event's JSON; not copied
             */
            public NextInvocation(
                    String requestId,
                    String functionArn,
                    long deadlineMillis,
                    @Nullable String traceId,
                    byte[] payload) {
                this.requestId = requestId;
                this.functionArn = functionArn;
                this.deadlineMillis = deadlineMillis;
                this.traceId = traceId;
                this.payload = payload;
            }

            /** AWS's id of the request. */
            public String requestId() {
                return requestId;
            }

            /** The ARN that was invoked. */
            public String functionArn() {
                return functionArn;
            }

            /** When the function times out, milliseconds since the epoch. */
            public long deadlineMillis() {
                return deadlineMillis;
            }

            /** X-Ray's header, or null. */
            public @Nullable String traceId() {
                return traceId;
            }

            /** The event's JSON. */
            public byte[] payload() {
                return payload;
            }
        }
    }
}
