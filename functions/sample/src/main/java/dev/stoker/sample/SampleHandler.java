// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Greets, and tells who did.
 *
 * <p>{@code {"name":"Ada"}} is answered by
 * {@code {"message":"Hello, Ada","environment":"...","bootMillis":2000,"invocation":1}}: the environment's own name (this
 * sample's, not the one that Stoker gives it), how long its framework booted, and how many requests this environment has had, this one included.
 *
 * <p>Runs behind Stoker (handler {@code dev.stoker.warmable.WarmableHandler::handleRequest}, environment variable
 * {@code STOKER_HANDLER} {@code dev.stoker.sample.SampleHandler::handleRequest}) and as well without.
 */
public final class SampleHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final FrameworkBoot BOOT = FrameworkBoot.run(System.getenv(), Pause.REAL);

    private final FrameworkBoot boot;
    private final Pause work;
    private final AtomicLong invocations = new AtomicLong();
    private String environment;

    /** For Lambda. */
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
     * @throws IllegalArgumentException if a field of the event holds what it cannot
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

    /** Made by the first request and not in INIT: a SnapStart snapshot would hand one name to many environments. */
    private synchronized String environment() {
        if (environment == null) {
            environment = UUID.randomUUID().toString();
        }
        return environment;
    }
}
