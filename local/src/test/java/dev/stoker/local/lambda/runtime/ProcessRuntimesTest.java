// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.RealLambda;
import dev.stoker.local.lambda.environments.Fleet.EnvironmentView;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Environments that are processes. */
final class ProcessRuntimesTest extends RuntimesContract {
    @Override
    protected Runtimes runtimes() {
        return new ProcessRuntimes();
    }

    @Test
    void twenty_at_once_are_twenty_processes() {
        RealLambda lambda = lambda(PROBE);

        var answers = lambda.invokeTogether(20, "probe", "{\"do\":\"wait\",\"millis\":5000}");

        List<Long> processes = answers.stream()
                .map(answer -> answer.path("pid").asLong())
                .sorted()
                .toList();
        assertThat(processes).doesNotHaveDuplicates().hasSize(20);
        List<Long> alive = lambda.ask(service -> service.environments().stream()
                .map(EnvironmentView::processId)
                .map(id -> id.orElse(-1))
                .sorted()
                .toList());
        assertThat(alive).isEqualTo(processes);
    }

    @Test
    void an_environment_ends_when_its_parent_is_killed_even_in_the_middle_of_an_invocation() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle environment =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(environment.isAlive()).isTrue();

            parent.destroyForcibly();

            assertThat(environment.onExit()).succeedsWithin(Duration.ofMinutes(2));
        } finally {
            parent.destroyForcibly();
        }
    }
}
