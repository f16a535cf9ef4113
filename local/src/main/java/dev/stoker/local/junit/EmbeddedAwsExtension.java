// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.junit;

import dev.stoker.local.EmbeddedAccount.NewFunction;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts what {@link EmbeddedAwsTest} describes, and closes it. */
final class EmbeddedAwsExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final String ROOT = "stoker.root";
    private static final String TEMPLATE = "infra/template.yaml";

    private Optional<Started> started = Optional.empty();

    private record Started(EmbeddedAws aws, DeployedStack stack, URI endpoint) {
        Stream<Object> all() {
            return Stream.of(aws, stack, endpoint);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        EmbeddedAwsTest wanted = context.getRequiredTestClass().getAnnotation(EmbeddedAwsTest.class);
        if (wanted == null) {
            return; // a nested class: its outer class has started everything
        }
        EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .withoutTicks()
                .in(wanted.inJvm() ? Runtimes.Kind.IN_JVM : Runtimes.Kind.PROCESS));
        try {
            Map<String, String> parameters = new HashMap<>(Map.of("ScheduleState", "DISABLED"));
            if (!wanted.file().isEmpty()) {
                NewFunction function = function(wanted);
                parameters.put("TargetArns", aws.call(() -> aws.account().createFunction(function)));
            }
            DeployedStack stack = aws.deployTemplate(root(Path.of("")), "stoker", parameters);
            started = Optional.of(new Started(aws, stack, aws.listen(0)));
        } catch (RuntimeException undeployed) {
            aws.close();
            throw undeployed;
        }
    }

    static NewFunction function(EmbeddedAwsTest wanted) {
        if (wanted.handler().isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@EmbeddedAwsTest.handler: must be given with a file, got nothing."
                            + " Write it as in Lambda's configuration, such as com.example.Orders::handleRequest.");
        }
        Map<String, String> variables = new HashMap<>();
        for (String variable : wanted.variables()) {
            int equals = variable.indexOf('=');
            if (equals < 1) {
                throw new ExtensionConfigurationException(
                        "@EmbeddedAwsTest.variables: must be NAME=VALUE each, got " + variable + ".");
            }
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        Path file = Path.of(wanted.file());
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.(jar|zip)$", "");
        try {
            return new NewFunction(
                    name, wanted.runtime(), wanted.handler(), FunctionCode.of(file), List.of(), variables);
        } catch (IOException unreadable) {
            throw new ExtensionConfigurationException(
                    "@EmbeddedAwsTest.file: must be a file that can be read, got " + file.toAbsolutePath()
                            + ". Build it before the test runs: with Maven, run the test in the phase integration-test.",
                    unreadable);
        }
    }

    /** The clone: the property's folder, or the nearest one above a folder. */
    static Path root(Path from) {
        String named = System.getProperty(ROOT, "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path folder = from.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(TEMPLATE))) {
                return folder;
            }
        }
        throw new ExtensionConfigurationException("No folder above " + from.toAbsolutePath() + " has " + TEMPLATE
                + ". Name the built clone of Stoker in the system property " + ROOT + ".");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return started.stream()
                .flatMap(Started::all)
                .anyMatch(parameter.getParameter().getType()::isInstance);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started.stream()
                .flatMap(Started::all)
                .filter(parameter.getParameter().getType()::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().isAnnotationPresent(EmbeddedAwsTest.class)) {
            started.ifPresent(running -> running.aws().close());
            started = Optional.empty();
        }
    }
}
