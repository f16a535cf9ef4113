// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every class that Stoker loads makes a cold start longer: here are those that it may load, seen in a JVM of its own. */
class ColdStartTest {
    private static final String STREAMS = UserCode.Streams.class.getName();
    private static final Pattern LOADED = Pattern.compile("\\[class,load\\] (\\S+) source: (\\S+)");

    @TempDir
    private Path folder;

    @Test
    void a_function_of_streams_loads_ten_small_classes_for_its_users() throws Exception {
        assertThat(loadedFor(STREAMS, "{\"name\":\"Ada\"}", "stoker.warmable"))
                .containsExactlyInAnyOrder(
                        "Environment",
                        "Host",
                        "Instances",
                        "Moment",
                        "ProcessAge",
                        "Settings",
                        "SleepTask",
                        "UserHandlers",
                        "WarmEvent",
                        "WarmableHandler");
    }

    @Test
    void a_warm_event_adds_three() throws Exception {
        assertThat(loadedFor(
                        STREAMS, "{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1}}", "stoker.warmable"))
                .contains("HoldReader", "HoldRequest", "Visit")
                .hasSize(13);
    }

    @Test
    void a_function_of_streams_does_not_load_the_serialization_library() throws Exception {
        assertThat(loadedFor(STREAMS, "{}", "serialization")).isEmpty();
        assertThat(loadedFor(STREAMS, "{}", "jackson")).isEmpty();
        assertThat(loadedFor(UserCode.Orders.class.getName(), "{}", "jackson")).isNotEmpty();
    }

    /** Its random source is loaded to make it; made in INIT, a SnapStart snapshot would hand it to many environments. */
    @Test
    void the_environments_id_is_made_neither_in_init_nor_on_a_users_time() throws Exception {
        assertThat(loadedFor(STREAMS, "{}", "java.security.SecureRandom")).isEmpty();
        assertThat(loadedFor(STREAMS, "{\"stoker\":{}}", "java.security.SecureRandom"))
                .isNotEmpty();
    }

    @Test
    void no_class_wants_a_lambda_expression_a_text_joined_at_run_time_or_jmx() throws Exception {
        Path classes = Path.of(WarmableHandler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(all).hasSizeGreaterThan(20);
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("LambdaMetafactory", "StringConcatFactory", "java/lang/management");
            }
        }
    }

    /** Simple names of the classes whose full name holds a word, loaded by a function that serves one event. */
    private Set<String> loadedFor(String userHandler, String event, String word) throws Exception {
        Path log = folder.resolve("loaded");
        Files.deleteIfExists(log);
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:file=" + log + "::filesize=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                event);
        java.environment().put("STOKER_HANDLER", userHandler);
        java.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"); // as in every environment of Lambda
        java.redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("output").toFile()));
        int exit = java.start().waitFor();
        assertThat(exit).as(Files.readString(folder.resolve("output"))).isZero();
        return named(log, word);
    }

    private static Set<String> named(Path log, String word) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.find()
                    && loaded.group(1).contains(word)
                    && !loaded.group(1).contains("Test")
                    && !loaded.group(1).contains("UserCode")) {
                names.add(loaded.group(1).substring(loaded.group(1).lastIndexOf('.') + 1));
            }
        }
        return names;
    }

    /** Serves one event as Lambda would. */
    public static final class Main {
        public static void main(String[] event) throws Exception {
            LambdaRequestHandler handler = EventHandlerLoader.loadEventHandler(HandlerInfo.fromString(
                    "dev.stoker.warmable.WarmableHandler::handleRequest", Main.class.getClassLoader()));
            InvocationRequest request = new InvocationRequest();
            request.setId("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
            request.setDeadlineTimeInMs(Long.MAX_VALUE);
            request.setContent(event[0].getBytes(StandardCharsets.UTF_8));
            System.out.println(handler.call(request).toString(StandardCharsets.UTF_8));
        }
    }
}
