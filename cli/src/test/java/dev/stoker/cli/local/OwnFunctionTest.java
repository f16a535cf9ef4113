// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.check.ClassesZip;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which handler and variables a user's own package runs with. */
final class OwnFunctionTest {
    private static final String STOKERS = "dev.stoker.warmable.WarmableHandler";

    @TempDir
    private Path folder;

    @Test
    void a_handler_without_stoker_gets_stokers_and_names_its_own_in_a_variable() throws IOException {
        OwnFunction own = read(new ClassesZip().with("com.acme.Orders", "java.lang.Object"), "com.acme.Orders::handle");

        assertThat(own.function().handler()).isEqualTo(STOKERS + "::handleRequest");
        assertThat(own.function().variables()).containsEntry("STOKER_HANDLER", "com.acme.Orders::handle");
    }

    @Test
    void a_class_that_inherits_from_stokers_handler_is_not_wrapped_again() throws IOException {
        OwnFunction own = read(
                new ClassesZip()
                        .with("com.acme.Orders", "com.acme.Base")
                        .withFile(
                                "lib/base.jar",
                                new ClassesZip().with("com.acme.Base", STOKERS).bytes()),
                "com.acme.Orders::handleRequest");

        assertThat(own.function().handler()).isEqualTo("com.acme.Orders::handleRequest");
        assertThat(own.function().variables()).doesNotContainKey("STOKER_HANDLER");
    }

    @Test
    void classes_that_inherit_in_a_circle_end_the_search() throws IOException {
        OwnFunction own = read(
                new ClassesZip().with("com.acme.Orders", "com.acme.Base").with("com.acme.Base", "com.acme.Orders"),
                "com.acme.Orders");

        assertThat(own.function().handler()).isEqualTo(STOKERS + "::handleRequest");
    }

    @Test
    void a_file_that_is_no_package_is_refused_with_the_options_name() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.jar"), "no zip");

        assertThatThrownBy(() -> OwnFunction.read("--jar", file.toString(), "java17", "com.acme.Orders", Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--jar");
    }

    private OwnFunction read(ClassesZip classes, String handler) throws IOException {
        Path file = Files.write(folder.resolve("orders.jar"), classes.bytes());
        return OwnFunction.read("--jar", file.toString(), "java17", handler, Map.of());
    }
}
