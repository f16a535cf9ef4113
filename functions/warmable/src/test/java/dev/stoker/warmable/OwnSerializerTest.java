// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that bring a serializer of their own find it behind Stoker, too. */
class OwnSerializerTest {
    @TempDir
    private Path functionsPackage;

    private ClassLoader functionLoader = new URLClassLoader(new URL[0]);

    @AfterEach
    void close_the_functions_loader() throws IOException {
        ((URLClassLoader) functionLoader).close();
    }

    @Test
    void the_functions_own_serializer_reads_and_writes() throws IOException {
        inFunctionThatBrings(Shouting.class.getName());
        assertThat(WarmFunction.call(handler("echo"), "ada")).isEqualTo("String: ADA!");
    }

    @Test
    void the_functions_own_serializer_is_not_asked_for_a_result_that_is_none() throws IOException {
        inFunctionThatBrings(Shouting.class.getName());
        assertThat(WarmFunction.call(handler("none"), "ada")).isEqualTo("null");
    }

    @Test
    void two_serializers_are_refused() throws IOException {
        inFunctionThatBrings(Shouting.class.getName() + "\n" + Second.class.getName());
        assertThatThrownBy(() -> handler("echo"))
                .isInstanceOf(RefusedHandlerException.class)
                .hasMessage(
                        "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer: must name one"
                                + " serializer, got " + Shouting.class.getName() + " and " + Second.class.getName()
                                + ". Leave one of them out.");
    }

    private WarmableHandler handler(String method) {
        return new WarmableHandler(new UserHandlers(functionLoader)
                .fromEnvironment(Map.of("STOKER_HANDLER", OwnSerializerTest.class.getName() + "$Texts::" + method)));
    }

    private void inFunctionThatBrings(String serializers) throws IOException {
        Path services = Files.createDirectories(functionsPackage.resolve("META-INF/services"));
        Files.writeString(services.resolve(CustomPojoSerializer.class.getName()), serializers);
        URL[] classPath = {functionsPackage.toUri().toURL()};
        functionLoader = new URLClassLoader(classPath, OwnSerializerTest.class.getClassLoader());
    }

    public static final class Texts {
        public static String echo(String text) {
            return text;
        }

        public static Void none(String text) {
            return null;
        }
    }

    /** Reads in capitals and writes the type and an exclamation mark. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // AWS's interface is so
    public static class Shouting implements CustomPojoSerializer {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T fromJson(InputStream input, Type type) {
            try {
                return (T) new String(input.readAllBytes(), StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public <T> T fromJson(String input, Type type) {
            throw new UnsupportedOperationException("streams only");
        }

        @Override
        public <T> void toJson(T value, OutputStream output, Type type) {
            try {
                output.write((((Class<?>) type).getSimpleName() + ": " + value + "!").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static final class Second extends Shouting {}
}
