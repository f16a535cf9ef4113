// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * The parameters of a handler method, in this order. There are ten combinations, those of AWS's Java runtime.
 *
 * @param input an {@link InputStream}
 * @param output an {@link OutputStream}
 * @param event an object read from JSON; never together with a stream
 * @param context the {@link Context}
 */
record Signature(boolean input, boolean output, boolean event, boolean context) {

    /** Empty if the method has parameters that Lambda does not support. */
    static Optional<Signature> of(Method method) {
        Type[] types = method.getGenericParameterTypes();
        int taken = 0;
        boolean input = isAt(types, taken, InputStream.class);
        taken += input ? 1 : 0;
        boolean output = isAt(types, taken, OutputStream.class);
        taken += output ? 1 : 0;
        boolean event = taken == 0 && types.length > 0 && types[0] != Context.class;
        taken += event ? 1 : 0;
        boolean context = isAt(types, taken, Context.class);
        taken += context ? 1 : 0;
        return taken == types.length ? Optional.of(new Signature(input, output, event, context)) : Optional.empty();
    }

    private static boolean isAt(Type[] types, int index, Class<?> wanted) {
        return index < types.length && types[index] == wanted;
    }

    boolean takesStream() {
        return input || output;
    }
}
