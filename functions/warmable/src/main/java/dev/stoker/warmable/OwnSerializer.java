// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceLoader;

/** The function's own serializer, named in {@code META-INF/services}, bound to one type. */
final class OwnSerializer implements PojoSerializer<Object> {
    private final CustomPojoSerializer own;
    private final Type type;

    OwnSerializer(CustomPojoSerializer own, Type type) {
        this.own = own;
        this.type = type;
    }

    /**
     * Empty if the function has none.
     *
     * @throws RefusedHandlerException if it has more than one, because AWS's runtime accepts only one
     */
    static Optional<CustomPojoSerializer> find(ClassLoader loader) {
        Iterator<CustomPojoSerializer> found =
                ServiceLoader.load(CustomPojoSerializer.class, loader).iterator();
        if (!found.hasNext()) {
            return Optional.empty();
        }
        CustomPojoSerializer own = found.next();
        if (found.hasNext()) {
            throw RefusedHandlerException.of(
                    "META-INF/services/" + CustomPojoSerializer.class.getName() + ": must name one serializer",
                    own.getClass().getName() + " and " + found.next().getClass().getName(),
                    "Leave one of them out");
        }
        return Optional.of(own);
    }

    @Override
    public Object fromJson(InputStream input) {
        return own.fromJson(input, type);
    }

    @Override
    public Object fromJson(String input) {
        return own.fromJson(input, type);
    }

    @Override
    public void toJson(Object value, OutputStream output) {
        own.toJson(value, output, type);
    }
}
