// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions in Python and for Node.js are kept warm and proven as functions in Java are. */
@AtAnEndpoint
final class OtherLanguagesTest {
    private static final int COUNT = 20;

    private final Contract contract;

    OtherLanguagesTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_target_in_python_is_proven_and_the_next_cycle_finds_the_same_environments() {
        provesTwice(AnyVersion.PYTHON);
    }

    @Test
    void a_target_for_node_is_proven_and_the_next_cycle_finds_the_same_environments() {
        provesTwice(AnyVersion.NODE);
    }

    /** The program of an example that speaks the protocol itself. */
    @Test
    void a_target_in_go_is_proven_and_the_next_cycle_finds_the_same_environments(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (TargetFunction function = contract.create("provided.al2023", "bootstrap", GoExample.zipIn(folder))) {
            provesTwice(function, 2);
            assertThat(function.invoke("{\"item\":\"tea\"}")).contains("tea");
        }
    }

    private void provesTwice(List<String> runtimes) {
        // Environments that start hold their places by that, until an emulator has sent all sleep tasks.
        int startMillis = contract.isLocalStack() ? 5000 : 500;
        try (TargetFunction function =
                AnyVersion.of(runtimes, runtime -> contract.create(new OtherFunction(runtime, startMillis)))) {
            provesTwice(function, COUNT);
            assertThat(function.invoke("{\"name\":\"Ada\"}")).isEqualTo("\"Hello, Ada\"");
        }
    }

    private void provesTwice(TargetFunction function, int count) {
        Input input = Input.of(function, count).patient();

        Set<String> ids = assertThatCycle(contract.keepWarm().run(input))
                .provesEnvironments(count)
                .result()
                .target()
                .ids();

        CycleAssert.proveAgain(
                ids, contract.isLocalStack(), () -> contract.keepWarm().run(input));
    }
}
