// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.local.EmbeddedAccount;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An account on the embedded AWS with the template deployed, for the tests of a class: nothing is invoked in it. */
public final class Account implements AfterAllCallback {
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final String STOKERS = "dev.stoker.warmable.WarmableHandler::handleRequest";
    private static final Map<String, String> BEFORE =
            Map.of("STOKER_HANDLER", "dev.stoker.sample.SampleHandler::handleRequest");

    private final EmbeddedAws aws;
    private final Map<String, String> outputs;
    private final URI endpoint;

    /** Starts and deploys. */
    public Account() {
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.IN_JVM));
        outputs = aws.deployTemplate(ROOT, "stoker", Map.of("ScheduleState", "DISABLED"))
                .outputs();
        endpoint = aws.listen(0);
    }

    /** The value of {@code --endpoint-url}. */
    public String endpoint() {
        return endpoint.toString();
    }

    /** The template's sample. */
    public String sample() {
        return outputs.getOrDefault("SampleFunctionArn", "");
    }

    /** A function like the sample: behind Stoker's handler, 30 s, 512 MB. */
    public static Wanted wrapped(String name) {
        return withHandler(name, STOKERS).withVariables(BEFORE);
    }

    /** A function like the sample with another handler and no variable. */
    public static Wanted withHandler(String name, String handler) {
        return withCode(name, handler, sampleJar());
    }

    /** A function with a package of its own. */
    public static Wanted withCode(String name, String handler, byte[] zip) {
        return new Wanted(name, handler, zip);
    }

    private static byte[] sampleJar() {
        try {
            return Files.readAllBytes(ROOT.resolve("functions/sample/target/sample.jar"));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    /** Creates it. */
    public Account create(Wanted function) {
        return change(account -> {
            account.createFunction(function.name, function.handler, Optional.of(function.zip), function.variables);
            account.resizeFunction(function.name, function.memoryMegabytes, function.timeoutSeconds);
        });
    }

    /** Publishes what it is now, and names that. */
    public Account alias(String function, String alias) {
        return change(account -> account.publish(function, alias));
    }

    /** Reserves concurrency for it. */
    public Account reserve(String function, int environments) {
        return change(account -> account.reserve(function, environments));
    }

    private Account change(Consumer<EmbeddedAccount> by) {
        aws.change(() -> by.accept(aws.account()));
        return this;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        aws.close();
    }

    /** A function that a test wants; settings that it does not name are those of the sample. */
    public static final class Wanted {
        private final String name;
        private final String handler;
        private final byte[] zip;
        private Map<String, String> variables = Map.of();
        private int memoryMegabytes = 512;
        private int timeoutSeconds = 30;

        private Wanted(String name, String handler, byte[] zip) {
            this.name = name;
            this.handler = handler;
            this.zip = zip;
        }

        public Wanted withVariables(Map<String, String> other) {
            variables = other;
            return this;
        }

        public Wanted withMemoryMegabytes(int other) {
            memoryMegabytes = other;
            return this;
        }

        public Wanted withTimeoutSeconds(int other) {
            timeoutSeconds = other;
            return this;
        }
    }
}
