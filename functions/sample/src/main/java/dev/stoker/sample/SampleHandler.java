// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Returns a greeting and the name of the environment.
 *
 * <p>The answer to {@code {"name":"Ada"}} is
 * {@code {"message":"Hello, Ada","environment":"...","bootMillis":2000,"invocation":1}}: the environment's name (chosen
 * by this sample, not the ID that Stoker returns), how long its framework took to start, and the number of requests in
 * this environment, including this one.
 *
 * <p>Runs with Stoker (handler {@code dev.stoker.warmable.WarmableHandler::handleRequest}, environment variable
 * {@code STOKER_HANDLER} {@code dev.stoker.sample.SampleHandler::handleRequest}) and also without Stoker.
 */
public final class SampleHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final FrameworkBoot BOOT = FrameworkBoot.run(System.getenv(), Pause.REAL);

    private final FrameworkBoot boot;
    private final Pause work;
    private final AtomicLong invocations = new AtomicLong();
    private @Nullable String environment;

    /** Called by Lambda. */
    public SampleHandler() {
        this(BOOT, Pause.REAL);
    }

    SampleHandler(FrameworkBoot boot, Pause work) {
        this.boot = boot;
        this.work = work;
    }

    /**
     * Answers one user.
     *
     * @throws IllegalArgumentException if a field of the event has an invalid value
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Request request = Request.from(event);
        work.millis(request.workMillis());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", "Hello, " + request.name());
        answer.put("environment", environment());
        answer.put("bootMillis", boot.millis());
        answer.put("invocation", invocations.incrementAndGet());
        return answer;
    }

    /**
     * Created by the first request and not during INIT: with a SnapStart snapshot, many environments would have the
     * same name.
     */
    private synchronized String environment() {
        String name = environment;
        if (name == null) {
            name = UUID.randomUUID().toString();
            environment = name;
        }
        return name;
    }
}
