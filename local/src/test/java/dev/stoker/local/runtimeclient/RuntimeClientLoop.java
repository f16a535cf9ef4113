// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.runtimeclient;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.logging.LambdaContextLogger;
import com.amazonaws.services.lambda.runtime.api.client.logging.LogSink;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.DtoSerializers;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaError;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaRuntimeApiClient;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.RapidErrorType;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import com.amazonaws.services.lambda.runtime.api.client.util.ConcurrencyConfig;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;

/**
 * AWS's runtime interface client serves a function: its own search for the handler, its own loop, its own errors.
 *
 * <p>Left out of its {@code main} is what needs a machine of Lambda's: the native poller, the folder of layers and the exit
 * of the process. {@code RuntimeClientProcessTest} holds this against the whole client in a process.
 */
public final class RuntimeClientLoop {
    private RuntimeClientLoop() {}

    /**
     * Runs until something ends the runtime. The signature is that of the embedded AWS's own loop.
     *
     * @return the status to exit with
     * @throws Exception as the Runtime API throws it
     */
    public static int run(RuntimeApi api, String handler, URLClassLoader functionLoader, PrintStream log)
            throws Exception {
        Field customerClassLoader = AWSLambda.class.getDeclaredField("customerClassLoader");
        customerClassLoader.setAccessible(true);
        customerClassLoader.set(null, functionLoader);
        Thread.currentThread().setContextClassLoader(functionLoader);
        LambdaContextLogger logger = new LambdaContextLogger(new Sink(log), LogLevel.UNDEFINED, LogFormat.TEXT);
        Client client = new Client(api);
        try {
            LambdaRequestHandler found = (LambdaRequestHandler) call("findRequestHandler", handler, functionLoader);
            call("startRuntimeLoops", found, logger, new ConcurrencyConfig(logger), client);
        } catch (UserFault fault) {
            logger.log(fault.reportableError(), LogLevel.UNDEFINED);
            client.reportInitError(
                    new LambdaError(LambdaErrorConverter.fromUserFault(fault), RapidErrorType.BadFunctionCode));
        }
        return 1;
    }

    /** Calls a method of AWS's that only its main method calls. */
    private static Object call(String name, Object... arguments) throws Exception {
        for (Method method : AWSLambda.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                try {
                    return method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Exception exception) {
                        throw exception;
                    }
                    throw (Error) e.getCause();
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    /** AWS's log of a function, without time and level. */
    private record Sink(PrintStream log) implements LogSink {
        @Override
        public void log(byte[] message) {
            log.writeBytes(message);
        }

        @Override
        public void log(LogLevel level, LogFormat format, byte[] message) {
            log.writeBytes(message);
        }

        @Override
        public void close() {}
    }

    /** AWS's interface to the Runtime API, with errors written by AWS's own serializers. */
    private record Client(RuntimeApi api) implements LambdaRuntimeApiClient {
        @Override
        public InvocationRequest nextInvocation() throws IOException {
            NextInvocation next = api.next();
            InvocationRequest request = new InvocationRequest();
            request.setId(next.requestId());
            request.setInvokedFunctionArn(next.functionArn());
            request.setDeadlineTimeInMs(next.deadlineMillis());
            request.setXrayTraceId(next.traceId());
            request.setContent(next.payload());
            return request;
        }

        @Override
        public InvocationRequest nextInvocationWithExponentialBackoff(LambdaContextLogger logger) throws IOException {
            return nextInvocation();
        }

        @Override
        public void reportInvocationSuccess(String requestId, byte[] response) throws IOException {
            api.response(requestId, response);
        }

        @Override
        public void reportInvocationError(String requestId, LambdaError error) throws IOException {
            api.error(requestId, DtoSerializers.serialize(error.errorRequest));
        }

        @Override
        public void reportInitError(LambdaError error) throws IOException {
            api.initError(DtoSerializers.serialize(error.errorRequest));
        }

        @Override
        public void restoreNext() {
            throw new UnsupportedOperationException("no snapshots here");
        }

        @Override
        public void reportRestoreError(LambdaError error) {
            throw new UnsupportedOperationException("no snapshots here");
        }
    }
}
