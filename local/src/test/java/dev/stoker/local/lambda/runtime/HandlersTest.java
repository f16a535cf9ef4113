// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.bootstrap.RuntimeLoop;
import dev.stoker.local.lambda.runtime.ServedFunction.Reports;
import dev.stoker.local.runtimeclient.RuntimeClientLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of handler, side by side: under AWS's own runtime client alone and behind Stoker, and under the embedded AWS
 * alone and behind Stoker. The answers are the same byte for byte, the errors with their stack traces, and so is the log.
 */
final class HandlersTest {
    @TempDir
    private static Path work;

    private static ServedFunction aws;
    private static ServedFunction embedded;

    @BeforeAll
    static void load_both_runtimes() throws Exception {
        List<Path> runtimePath = ServedFunction.runtimePath(work);
        Path taskRoot = FunctionOnDisk.write(Files.createDirectory(work.resolve("task")), List.of());
        aws = new ServedFunction(runtimePath, RuntimeClientLoop.class, taskRoot);
        embedded = new ServedFunction(runtimePath, RuntimeLoop.class, taskRoot);
    }

    @AfterAll
    static void close_both_runtimes() throws IOException {
        aws.close();
        embedded.close();
    }

    @ParameterizedTest
    @MethodSource("dev.stoker.local.lambda.runtime.HandlerCases#served")
    void a_function_that_is_served_answers_the_same_everywhere(HandlerCases.Case served) {
        Reports alone = aws.serveAlone(served.handler(), served.events());
        assertThat(alone.answers()).as("AWS serves it: " + alone.log()).anyMatch(report -> report.startsWith("answer"));
        assertSameEverywhere(served, alone);
    }

    @ParameterizedTest
    @MethodSource("dev.stoker.local.lambda.runtime.HandlerCases#failing")
    void a_function_that_fails_fails_the_same_everywhere(HandlerCases.Case failing) {
        Reports alone = aws.serveAlone(failing.handler(), failing.events());
        assertThat(alone.answers())
                .as("AWS reports it")
                .anyMatch(report -> report.contains("error {"))
                .noneMatch(report -> report.startsWith("answer"));
        if (alone.answers().get(0).contains("Error loading class")) {
            assertSameAnswersEverywhere(failing, alone); // Stoker logs the error with the error that it stands for
        } else {
            assertSameEverywhere(failing, alone);
        }
    }

    private static void assertSameEverywhere(HandlerCases.Case function, Reports alone) {
        assertSame("behind Stoker", aws.serveBehindStoker(function.handler(), function.events()), alone);
        assertSame("on the embedded AWS", embedded.serveAlone(function.handler(), function.events()), alone);
        assertSame("on both", embedded.serveBehindStoker(function.handler(), function.events()), alone);
    }

    private static void assertSameAnswersEverywhere(HandlerCases.Case function, Reports alone) {
        assertSame("on the embedded AWS", embedded.serveAlone(function.handler(), function.events()), alone);
        for (ServedFunction runtime : List.of(aws, embedded)) {
            Reports behind = runtime.serveBehindStoker(function.handler(), function.events());
            assertThat(behind.answers()).isEqualTo(alone.answers());
            assertThat(behind.log().lines())
                    .startsWith(alone.log().lines().findFirst().orElseThrow())
                    .anyMatch(line -> line.startsWith("\tSuppressed: "));
        }
    }

    private static void assertSame(String where, Reports here, Reports alone) {
        assertThat(here.answers()).as(where).isEqualTo(alone.answers());
        assertThat(here.log()).as("log " + where).isEqualTo(alone.log());
    }

    /** A cycle must not prove environments warm that can serve no user. */
    @ParameterizedTest
    @MethodSource("dev.stoker.local.lambda.runtime.HandlerCases#neverServed")
    void a_handler_for_which_aws_fails_every_invocation_is_refused_in_init_behind_stoker(HandlerCases.Case never) {
        Reports alone = aws.serveAlone(never.handler(), never.events());
        assertThat(alone.answers())
                .hasSameSizeAs(never.events())
                .allMatch(report -> report.startsWith("error {\"errorMessage\":") || report.equals("exit 1"));
        assertThat(embedded.serveAlone(never.handler(), never.events())).isEqualTo(alone);
        for (ServedFunction runtime : List.of(aws, embedded)) {
            Reports behind = runtime.serveBehindStoker(never.handler(), never.events());
            assertThat(behind.answers()).hasSize(2);
            assertThat(behind.answers().get(0)).startsWith("INIT error {\"errorMessage\":\"");
            assertThat(behind.answers().get(1)).isEqualTo("exit 1");
        }
    }
}
