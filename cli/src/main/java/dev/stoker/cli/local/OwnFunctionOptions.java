// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that together name the user's own function.
 *
 * @param jar what --jar says
 * @param file what --package says
 * @param runtime what --runtime says
 * @param handler what --handler says
 */
record OwnFunctionOptions(
        Optional<String> jar, Optional<String> file, Optional<String> runtime, Optional<String> handler) {
    /** What a jar without another word runs on; on the embedded AWS each of Java's runtimes is the JDK that runs it. */
    private static final String JAVA = "java21";

    /** Lambda demands a handler of provided.* too, and hands it to a program that may pass it over. */
    private static final String ANY_HANDLER = "bootstrap";

    /**
     * The function; empty where no option names one.
     *
     * @throws Failure if an option is missing, or cannot be what it should
     */
    Optional<OwnFunction> read(boolean inJvm, Map<String, String> variables) {
        if (jar.isPresent() && file.isPresent()) {
            throw Failure.wrongUse("--jar: cannot be combined with --package. Give the package once.");
        }
        if (file.isEmpty() && runtime.isPresent()) {
            throw missing("--runtime", "--package");
        }
        if (jar.isEmpty() && file.isEmpty()) {
            if (handler.isPresent()) {
                throw missing("--handler", "--jar or --package");
            }
            return Optional.empty();
        }
        if (file.isPresent() && runtime.isEmpty()) {
            throw missing("--package", "--runtime");
        }
        String given = jar.isPresent() ? "--jar" : "--package";
        Language language = language(runtime.orElse(JAVA), inJvm);
        String called = handler.orElseGet(() -> {
            if (language == Language.PROVIDED) {
                return ANY_HANDLER;
            }
            throw missing(given, "--handler");
        });
        return Optional.of(
                OwnFunction.read(given, jar.or(() -> file).orElseThrow(), runtime.orElse(JAVA), called, variables));
    }

    private static Language language(String runtime, boolean inJvm) {
        Language language = Language.of(runtime).orElseThrow(() -> {
            String known = Stream.of(Language.values())
                    .flatMap(one -> one.runtimes().stream())
                    .collect(Collectors.joining(", "));
            return Failure.wrongUse("--runtime: must be one of " + known + ", got " + OneLine.of(runtime)
                    + ". Write it as Lambda does.");
        });
        if (inJvm && language != Language.JAVA) {
            throw Failure.wrongUse("--environments: in-jvm runs Java only, got --runtime " + runtime
                    + ". Leave --environments out: each environment is a process then.");
        }
        return language;
    }

    private static Failure missing(String option, String other) {
        return Failure.wrongUse(option + ": must be given with " + other + ", got nothing. A function of your own is"
                + " --jar FILE --handler com.acme.Orders::handleRequest, or --package FILE --runtime python3.13"
                + " --handler orders.handler.");
    }
}
