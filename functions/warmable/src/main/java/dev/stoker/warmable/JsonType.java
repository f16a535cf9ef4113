// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.GsonFactory;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/**
 * A Java type with its reader and writer of JSON.
 *
 * <p>Chooses the serializer as AWS's runtime does: the function's own {@link CustomPojoSerializer} if there is one,
 * else AWS's serializer if the class is a Lambda event, else Gson for a call from the AWS Mobile SDK for Android, else
 * Jackson. Only handlers of objects load this class and the serialization library.
 */
final class JsonType {
    private final Type type;
    private final PojoSerializer<Object> serializer;
    private final boolean sameForAndroid;

    private JsonType(Type type, PojoSerializer<Object> serializer, boolean sameForAndroid) {
        this.type = type;
        this.serializer = serializer;
        this.sameForAndroid = sameForAndroid;
    }

    @SuppressWarnings("unchecked") // AWS's serializer for a class reads and writes objects of that class
    static JsonType of(Type type, ClassLoader loader) {
        Optional<CustomPojoSerializer> own = OwnSerializer.find(loader);
        if (own.isPresent()) {
            return new JsonType(type, new OwnSerializer(own.get(), type), true);
        }
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            PojoSerializer<?> serializer = LambdaEventSerializers.serializerFor(event, loader);
            return new JsonType(type, (PojoSerializer<Object>) serializer, true);
        }
        return new JsonType(type, JacksonFactory.getInstance().getSerializer(type), false);
    }

    /** The serializer for an invocation. */
    PojoSerializer<Object> serializer(Context context) {
        return sameForAndroid || !isFromAndroid(context)
                ? serializer
                : GsonFactory.getInstance().getSerializer(type);
    }

    private static boolean isFromAndroid(Context context) {
        ClientContext client = context.getClientContext();
        Map<String, String> environment = client == null ? null : client.getEnvironment();
        return environment != null && "Android".equalsIgnoreCase(environment.get("platform"));
    }
}
