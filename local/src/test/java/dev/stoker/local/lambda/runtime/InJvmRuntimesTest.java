// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Environments within this JVM. */
final class InJvmRuntimesTest extends RuntimesContract {
    @Override
    protected Runtimes runtimes() {
        return new InJvmRuntimes();
    }

    @Test
    void two_hundred_at_once_are_two_hundred_environments() {
        var answers = lambda(PROBE.withVariables(java.util.Map.of("PROBE_INIT", "wait:300")))
                .invokeTogether(200, "probe", "{\"do\":\"wait\",\"millis\":100}");

        assertThat(answers)
                .extracting(answer -> answer.path("variables").path("AWS_LAMBDA_LOG_STREAM_NAME"))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.path("invocations").asInt())
                .containsOnly(1);
    }

    @Test
    void the_thread_of_a_runtime_that_timed_out_ends() throws InterruptedException {
        lambda(PROBE.withTimeoutSeconds(2)).invoke("probe", "{\"do\":\"wait\",\"millis\":600000}");

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("probe.LATEST.")) {
                thread.join(Duration.ofMinutes(2).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
