// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A serializer of the function's own: reads in capitals, writes the type and an exclamation mark. */
@SuppressWarnings("TypeParameterUnusedInFormals") // AWS's interface is so
public class Shouting implements CustomPojoSerializer {
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
        if (value instanceof String text && text.startsWith("FAIL")) {
            throw new IllegalStateException("cannot shout " + text);
        }
        try {
            output.write((type.getTypeName() + ": " + value + "!").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One too many. */
    public static final class Second extends Shouting {}

    /** Cannot be made. */
    public static final class Broken extends Shouting {
        public Broken() {
            throw new IllegalStateException("no voice");
        }
    }
}
