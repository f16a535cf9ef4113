// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.local.FaultsOption;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.IdleTime;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for how long environments live on the embedded AWS. A calibration has to find these values. */
final class LocalTruthOptions {
    private static final String EXPONENTIAL = "exponential:";
    private static final String DEFAULT_IDLE = "10m";

    /** Requests take up to this long to reach an environment, as elsewhere on the embedded AWS. */
    private static final Delay SPREAD = new Delay.Uniform(30);

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            description = "How long an idle environment lives there, such as 10m; exponential:10m has this mean" + " ("
                    + DEFAULT_IDLE + ").")
    private String idle;

    @Option(
            names = "--recycle",
            paramLabel = "TIME:SHARE",
            description = "A share of the environments ends at this age, such as 2h:0.3 (none).")
    private String recycle;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description = "Faults to inject, as in stoker run --local; seed=N repeats a calibration (seed=1).")
    private String faults;

    /** Which of the options are there. */
    List<String> given() {
        List<String> names = new ArrayList<>();
        if (idle != null) {
            names.add("--idle");
        }
        if (recycle != null) {
            names.add("--recycle");
        }
        if (faults != null) {
            names.add("--faults");
        }
        return names;
    }

    /** The options as text, for people and for the JSON. */
    String words() {
        String text = idle == null ? DEFAULT_IDLE : OneLine.of(idle);
        return "idle " + text + (recycle == null ? "" : ", recycle " + OneLine.of(recycle));
    }

    /**
     * Returns the Lambda settings for these options.
     *
     * @throws Failure if one of the options cannot be what it should
     */
    LambdaSettings settings() {
        LambdaSettings lambda = LambdaSettings.with(readFaults()).idleTime(readIdle());
        if (recycle == null) {
            return lambda;
        }
        String[] parts = recycle.split(":", 2);
        Optional<Duration> age = Durations.read(parts[0], "m").filter(time -> !time.isZero());
        Optional<Double> share = parts.length == 2 ? share(parts[1]) : Optional.empty();
        if (age.isEmpty() || share.isEmpty()) {
            throw Failure.wrongUse("--recycle: must be an age and a share from 0 to 1, got " + OneLine.of(recycle)
                    + ". For example: 2h:0.3.");
        }
        return lambda.lifetimeMillis(age.get().toMillis(), share.get());
    }

    private IdleTime readIdle() {
        String text = idle == null ? DEFAULT_IDLE : idle;
        boolean exponential = text.startsWith(EXPONENTIAL);
        long millis = Durations.read(exponential ? text.substring(EXPONENTIAL.length()) : text, "m")
                .filter(time -> !time.isZero())
                .orElseThrow(() -> Failure.wrongUse(
                        "--idle: must be a time, got " + OneLine.of(text) + ". For example: 10m or exponential:10m."))
                .toMillis();
        return exponential ? IdleTime.exponential(millis) : IdleTime.fixed(millis);
    }

    private static Optional<Double> share(String text) {
        return text.matches("0|1|[01]?\\.[0-9]{1,6}")
                ? Optional.of(Double.parseDouble(text)).filter(share -> share <= 1)
                : Optional.empty();
    }

    private Faults readFaults() {
        if (faults == null) {
            return Faults.none(1).withDispatch(SPREAD);
        }
        Faults read = FaultsOption.read(faults, 1);
        return read.dispatch().equals(Delay.none()) ? read.withDispatch(SPREAD) : read;
    }
}
