// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.Environments;
import dev.stoker.local.cloudformation.Stack;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.runtime.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
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
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Environments.inJvm()));
        Stack stack = aws.deployTemplate(ROOT, "stoker", Map.of("ScheduleState", "DISABLED"));
        outputs = aws.call(stack::outputs);
        endpoint = aws.listen(0);
    }

    /** The value of {@code --endpoint-url}. */
    public String endpoint() {
        return endpoint.toString();
    }

    /** The template's sample. */
    public String sample() {
        return outputs.get("SampleFunctionArn");
    }

    /** A function like the sample: behind Stoker's handler, 30 s, 512 MB. */
    public static FunctionDefinition wrapped(String name) {
        return withHandler(name, STOKERS).withVariables(BEFORE);
    }

    /** A function like the sample with another handler and no variable. */
    public static FunctionDefinition withHandler(String name, String handler) {
        return withCode(name, handler, sampleJar());
    }

    /** A function with a package of its own. */
    public static FunctionDefinition withCode(String name, String handler, FunctionCode code) {
        return FunctionDefinition.of(name, "java21", handler, code)
                .withTimeoutSeconds(30)
                .withMemoryMegabytes(512);
    }

    private static FunctionCode sampleJar() {
        try {
            return FunctionCode.of(ROOT.resolve("functions/sample/target/sample.jar"));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    /** A package of these bytes. */
    public static FunctionCode code(byte[] zip) {
        return FunctionCode.of(Payload.of(zip));
    }

    /** Creates it. */
    public Account create(FunctionDefinition function) {
        call(() -> functions().create(function));
        return this;
    }

    /** Publishes what it is now, and names that. */
    public Account alias(String function, String alias) {
        return call(() -> {
            String version = functions().publishVersion(function).version();
            return functions().createAlias(function, alias, version, null, Map.of());
        });
    }

    /** Reserves concurrency for it. */
    public Account reserve(String function, int environments) {
        return call(() -> {
            aws.services().lambda().concurrency().reserve(function, environments);
            return null;
        });
    }

    private Functions functions() {
        return aws.services().lambda().functions();
    }

    private Account call(Supplier<Object> change) {
        aws.call(change);
        return this;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        aws.close();
    }
}
