// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.jspecify.annotations.Nullable;

/** A user's method that takes an object, a context, both or nothing. */
final class ObjectMethod implements RequestHandler<Object, Object> {
    private final UserMethod method;

    ObjectMethod(UserMethod method) {
        this.method = method;
    }

    @Override
    public @Nullable Object handleRequest(@Nullable Object event, Context context) {
        return method.call(event, null, context);
    }
}
