// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * examples/own-function, deployed with the layer that Maven has built. It runs only on the embedded AWS, because
 * LocalStack does not load layers. Environments are processes with the class path of Lambda.
 */
final class OwnFunctionExampleTest {
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final Path EXAMPLE = ROOT.resolve("examples/own-function");
    private static final Path LAYER = ROOT.resolve("functions/layer/target/stoker-layer.zip");
    private static final Path SOURCE = EXAMPLE.resolve("src/main/java/com/example/orders/Orders.java");

    @TempDir
    private Path folder;

    @Test
    void it_needs_at_most_eight_lines_of_template() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE.resolve("template.yaml")))
                .filteredOn(line -> line.endsWith("# Stoker"))
                .hasSizeBetween(1, 8);
    }

    @Test
    void without_those_lines_nothing_of_the_template_names_stoker_but_words() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE.resolve("template.yaml")))
                .filteredOn(line -> !line.endsWith("# Stoker") && !line.contains("Description:"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("stoker"));
    }

    @Test
    void the_layer_has_stokers_own_packages_and_nothing_else() throws IOException {
        try (ZipFile layer = new ZipFile(LAYER.toFile())) {
            List<String> files = layer.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            assertThat(files).containsExactly("java/lib/stoker-warmable.jar");
            Path jar = folder.resolve("library.jar");
            Files.copy(layer.getInputStream(layer.getEntry(files.get(0))), jar);
            try (ZipFile library = new ZipFile(jar.toFile())) {
                assertThat(library.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                        .isNotEmpty()
                        .allMatch(name -> name.startsWith("dev/stoker/warmable/"));
            }
        }
    }

    @Test
    void it_answers_its_users_and_a_cycle_keeps_three_of_it_warm() throws IOException {
        build();
        try (EmbeddedAws aws =
                EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.PROCESS))) {
            String layer = aws.deployTemplate(ROOT, "library", Map.of("ScheduleState", "DISABLED", "WithLayer", "true"))
                    .outputs()
                    .get("LayerArn");
            Map<String, String> outputs = aws.deploy(
                            "orders",
                            Files.readString(EXAMPLE.resolve("template.yaml")),
                            folder,
                            Map.of("StokerLayerArn", layer))
                    .outputs();
            String orders = requireNonNull(outputs.get("OrdersArn"));
            Map<String, String> stoker = aws.deployTemplate(
                            ROOT, "stoker", Map.of("ScheduleState", "DISABLED", "TargetArns", orders))
                    .outputs();

            ExecutionResult cycle = aws.run(
                            requireNonNull(stoker.get("KeepWarmArn")),
                            "{\"function\":\"" + orders + "\",\"concurrency\":3}")
                    .join();
            InvokeOutcome user = aws.invoke(orders, "{\"item\":\"tea\"}").join();

            assertThat(cycle.status()).as("%s", cycle).isEqualTo(ExecutionResult.Status.SUCCEEDED);
            assertThat(Json.tree(cycle.output().orElseThrow()).path("warm").asInt())
                    .isEqualTo(3);
            assertThat(((InvokeOutcome.Answered) user).payload()).hasToString("{\"ordered\":\"tea\"}");
        }
    }

    /** Builds target/orders.jar in the template's folder, as its pom.xml does. */
    private void build() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", classes.toString(), SOURCE.toString());
        assertThat(status).isZero();
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("orders.jar");
        String name = "com/example/orders/Orders.class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(classes.resolve(name), zip);
        }
    }
}
