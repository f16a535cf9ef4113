// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Failure;
import dev.stoker.local.lambda.faults.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** The options for the embedded AWS and its function. */
public final class LocalOptions {
    /** Without faults only generated names are random, so a fixed seed is good enough. */
    private static final long SEED_WITHOUT_FAULTS = 1;

    private static final int LARGEST_SEED = 1_000_000;

    @Option(
            names = "--environments",
            paramLabel = "KIND",
            description =
                    "process: each environment is a process. in-jvm: each environment is a class loader, for hundreds"
                            + " of them (process).")
    private String environments;

    @Option(
            names = "--account-concurrency",
            paramLabel = "N",
            description = "The account's limit of concurrent executions (1000).")
    private Long accountConcurrency;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "Your own function for Java instead of the sample: a fat jar, or a zip with lib/, as you"
                    + " upload it to Lambda.")
    private String jar;

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description = "Your own function in any language, as you upload it to Lambda. Requires --runtime.")
    private String packageFile;

    @Option(
            names = "--runtime",
            paramLabel = "R",
            description =
                    "The runtime of --package, such as python3.13, nodejs22.x or provided.al2023. Python and Node must be"
                            + " on PATH in this version. With provided.*, the program of the package must answer the warm"
                            + " event itself.")
    private String runtime;

    @Option(
            names = "--handler",
            paramLabel = "H",
            description =
                    "The function's handler, such as Class::method, module.function or file.export. Stoker's handler calls it;"
                            + " you do not change your function.")
    private String handler;

    @Option(
            names = "--env",
            paramLabel = "K=V",
            description = "An environment variable of the function; can be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--event", paramLabel = "FILE", description = "The event that users send, as JSON ({}).")
    private String event;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description = {
                "Faults to inject, for example dispatch=uniform:800,crash=0.02,seed=7:",
                "dispatch=D, shard=D (each nested execution starts late), init=MS, init-fail=P, throttle=P,"
                        + " service-error=P, handler-error=P, garbage=P, crash=P, clock=MS, seed=N.",
                "D is fixed:MS, uniform:MS or lognormal:MEDIAN:SIGMA; P is a probability."
            })
    private String faults;

    /** The names of the options that are set. */
    public List<String> given() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("--environments", environments);
        values.put("--account-concurrency", accountConcurrency);
        values.put("--jar", jar);
        values.put("--package", packageFile);
        values.put("--runtime", runtime);
        values.put("--handler", handler);
        values.put("--env", variables.isEmpty() ? null : variables);
        values.put("--event", event);
        values.put("--faults", faults);
        List<String> names = new ArrayList<>(values.keySet());
        names.removeIf(name -> values.get(name) == null);
        return names;
    }

    /**
     * Checks the options and reads their files.
     *
     * @throws Failure if an option is invalid
     */
    public LocalSettings settings() {
        boolean inJvm = inJvm();
        int concurrency = concurrency();
        Faults read = readFaults();
        Optional<OwnFunction> own = new OwnFunctionOptions(
                        Optional.ofNullable(jar),
                        Optional.ofNullable(packageFile),
                        Optional.ofNullable(runtime),
                        Optional.ofNullable(handler))
                .read(inJvm, variables);
        refuseClock(own, read);
        Optional<String> sent = event == null ? Optional.empty() : Optional.of(EventFile.read(event));
        return new LocalSettings(inJvm, concurrency, own, variables, sent, read, faults != null);
    }

    private static void refuseClock(Optional<OwnFunction> own, Faults faults) {
        if (faults.clockMillis() != 0
                && own.filter(one -> !one.isBehindLibrary()).isPresent()) {
            throw Failure.wrongUse("--faults: clock cannot be set for a program of your own, got --runtime "
                    + own.get().function().runtime() + ". Leave clock out.");
        }
    }

    private boolean inJvm() {
        if (environments == null || environments.equals("process")) {
            return false;
        }
        if (environments.equals("in-jvm")) {
            return true;
        }
        throw Failure.wrongUse("--environments: must be process or in-jvm, got " + environments
                + ". Leave it out for processes, which are closest to AWS.");
    }

    private int concurrency() {
        if (accountConcurrency == null) {
            return LocalSettings.ACCOUNT_CONCURRENCY;
        }
        if (accountConcurrency < 1 || accountConcurrency > Integer.MAX_VALUE) {
            throw Failure.wrongUse("--account-concurrency: must be 1 or more, got " + accountConcurrency
                    + ". The default limit of AWS is 1000.");
        }
        return accountConcurrency.intValue();
    }

    private Faults readFaults() {
        if (faults == null) {
            return Faults.none(SEED_WITHOUT_FAULTS);
        }
        return FaultsOption.read(faults, ThreadLocalRandom.current().nextInt(1, LARGEST_SEED));
    }
}
