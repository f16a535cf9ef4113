// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.EmbeddedAccount.NewFunction;
import dev.stoker.local.ServedAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the annotation means, and what its mistakes are. */
class EmbeddedAwsExtensionTest {
    private static final String FILE = "target/embedded-aws-extension-test/orders.zip";

    @EmbeddedAwsTest(
            file = FILE,
            handler = "orders.handler",
            runtime = "python3.13",
            variables = {"TABLE=orders", "QUERY=a=b"})
    private static final class Python {}

    @EmbeddedAwsTest(file = FILE)
    private static final class WithoutHandler {}

    @EmbeddedAwsTest(file = FILE, handler = "orders.handler", variables = "TABLE")
    private static final class WithoutValue {}

    @EmbeddedAwsTest(file = "target/nowhere.jar", handler = "orders.handler")
    private static final class WithoutFile {}

    @Test
    void the_function_is_named_after_its_file() throws IOException {
        Path file = Path.of(FILE);
        Files.createDirectories(file.getParent());
        Files.write(file, ServedAws.anyZip().asByteArray());

        NewFunction function = EmbeddedAwsExtension.function(of(Python.class));

        assertThat(function.name()).isEqualTo("orders");
        assertThat(function.runtime()).isEqualTo("python3.13");
        assertThat(function.handler()).isEqualTo("orders.handler");
        assertThat(function.variables()).containsEntry("TABLE", "orders").containsEntry("QUERY", "a=b");
    }

    @Test
    void mistakes_name_the_attribute_the_rule_and_the_value() {
        assertThatThrownBy(() -> EmbeddedAwsExtension.function(of(WithoutHandler.class)))
                .hasMessageContaining("@EmbeddedAwsTest.handler: must be given with a file");
        assertThatThrownBy(() -> EmbeddedAwsExtension.function(of(WithoutValue.class)))
                .hasMessageContaining("@EmbeddedAwsTest.variables: must be NAME=VALUE each, got TABLE.");
        assertThatThrownBy(() -> EmbeddedAwsExtension.function(of(WithoutFile.class)))
                .hasMessageContaining("@EmbeddedAwsTest.file: must be a file that can be read")
                .hasMessageContaining("nowhere.jar");
    }

    @Test
    void the_clone_is_the_one_that_the_property_names() {
        assertThat(EmbeddedAwsExtension.root(Path.of("")).resolve("infra/template.yaml"))
                .isRegularFile();
    }

    @Test
    void without_the_property_it_is_looked_for_upwards(@TempDir Path folder) throws IOException {
        String named = System.clearProperty("stoker.root");
        try {
            Path below = Files.createDirectories(folder.resolve("a/b"));
            assertThatThrownBy(() -> EmbeddedAwsExtension.root(below)).hasMessageContaining("stoker.root");

            Files.createDirectories(folder.resolve("infra"));
            Files.writeString(folder.resolve("infra/template.yaml"), "Resources: {}");
            assertThat(EmbeddedAwsExtension.root(below)).isEqualTo(folder.toAbsolutePath());
        } finally {
            System.setProperty("stoker.root", named);
        }
    }

    private static EmbeddedAwsTest of(Class<?> annotated) {
        return annotated.getAnnotation(EmbeddedAwsTest.class);
    }
}
