// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Functions that look at class loaders, or change the thread's. */
public final class Loaders {
    private Loaders() {}

    /** Compares the loaders that a function can see, when its class is loaded, when it is made, and when it is called. */
    public static final class Seen implements RequestHandler<Object, Map<String, Object>> {
        private static final Map<String, Object> LOADED = look();

        private final Map<String, Object> made = look();

        @Override
        public Map<String, Object> handleRequest(Object event, Context context) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("loaded", LOADED);
            all.put("made", made);
            all.put("called", look());
            return all;
        }

        private static Map<String, Object> look() {
            ClassLoader own = Seen.class.getClassLoader();
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            Map<String, Object> seen = new LinkedHashMap<>();
            seen.put("context is the function's own", context == own);
            seen.put("context is AWS's customerClassLoader", context == customerClassLoader());
            seen.put("context has URLs", context instanceof URLClassLoader);
            seen.put("the interfaces are its own", Context.class.getClassLoader() == own);
            return seen;
        }

        private static Object customerClassLoader() {
            try {
                Field field = Class.forName("com.amazonaws.services.lambda.runtime.api.client.AWSLambda")
                        .getDeclaredField("customerClassLoader");
                field.setAccessible(true);
                return field.get(null);
            } catch (ReflectiveOperationException e) {
                return e;
            }
        }
    }

    /** Reads an event by classes that AWS's runtime keeps, and stays long enough for a second environment. */
    public static final class SlowBuckets implements RequestHandler<S3Event, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(S3Event event, Context context) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            return Map.of(
                    "key",
                    event.getRecords().get(0).getS3().getObject().getUrlDecodedKey(),
                    "loader",
                    ProcessHandle.current().pid() + "/" + System.identityHashCode(S3Event.class));
        }
    }

    /** Gives its thread another class loader, one that cannot see the package, as some frameworks do in their boot. */
    public static final class Changing implements RequestHandler<ScheduledEvent, String> {
        private static final ClassLoader OTHER = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());

        static {
            Thread.currentThread().setContextClassLoader(OTHER);
        }

        @Override
        public String handleRequest(ScheduledEvent event, Context context) {
            return event.getTime() + " " + (Thread.currentThread().getContextClassLoader() == OTHER);
        }
    }
}
