// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The sample behind Stoker, as infra/template.yaml sets it up: this module's tests run with the same variables. */
class WarmSampleTest {
    private final RequestStreamHandler handler = new WarmableHandler();

    @Test
    void a_users_request_is_answered_by_the_sample() throws IOException {
        assertThat(invoke("{\"name\":\"Ada\"}"))
                .matches("\\{\"message\":\"Hello,"
                        + " Ada\",\"environment\":\"[0-9a-f-]{36}\",\"bootMillis\":0,\"invocation\":1}");
    }

    @Test
    void a_warm_event_is_answered_by_stoker() throws IOException {
        assertThat(invoke("{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1,\"round\":1,\"slot\":1}}"))
                .startsWith("{\"stoker\":{\"version\":1,\"environmentId\":\"")
                .contains("\"coldStart\":true");
    }

    private String invoke(String event) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, contextWithTimeLeft());
        return output.toString(StandardCharsets.UTF_8);
    }

    /** Knows the remaining time, and null to all other questions. */
    static Context contextWithTimeLeft() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getReturnType() == int.class ? 60_000 : null);
    }
}
