// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what to release, and how. */
final class ReleaseOptions {
    private static final String LATEST = "latest";

    @Parameters(
            arity = "0..1",
            paramLabel = "FUNCTION:ALIAS",
            description =
                    "The function with the alias that users call: name, partial ARN or ARN. With --local, the default is"
                            + " the alias live of the sample, or of your own function.")
    private String function;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description =
                    "The version to release, a number; latest publishes $LATEST first. With --local, the default is"
                            + " latest.")
    private String to;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments of the new version that users need, 1 to " + CycleLimits.MOST_ENVIRONMENTS_TEXT
                    + ". With --stack, the default is what the stack keeps warm of this alias.")
    private Long concurrency;

    @Option(
            names = "--canary",
            paramLabel = "SHARE,TIME",
            description =
                    "Move this share of the users first, for this time, and watch their errors, for example 10%%,5m.")
    private String canary;

    @Option(
            names = "--max-errors",
            paramLabel = "N",
            description = "The most errors of the new version in the canary (0).")
    private Long maxErrors;

    @Option(
            names = "--prime",
            paramLabel = "JSON",
            description =
                    "An event with which each environment runs the function's own handler once. With --stack, the default"
                            + " is what the stack's target has.")
    private String prime;

    /**
     * Checks all options.
     *
     * @return the function with its alias
     * @throws Failure with all problems, if there is any
     */
    FunctionName check() {
        Problems problems = new Problems();
        Optional<FunctionName> alias = alias(problems);
        if (to == null) {
            problems.add("--to", "is required", "nothing", "Give the number of a version, or latest.");
        }
        checkOthers(problems);
        return alias.orElseThrow();
    }

    /**
     * Checks all options of a promotion on the embedded AWS.
     *
     * @return the function with its alias, if one is given
     * @throws Failure with all problems, if there is any
     */
    Optional<FunctionName> checkLocal() {
        Problems problems = new Problems();
        Optional<FunctionName> alias = function == null ? Optional.empty() : alias(problems);
        if (concurrency == null) {
            problems.add("--concurrency", "is required with --local", "nothing", "Give N, for example 5.");
        }
        checkOthers(problems);
        return alias;
    }

    private Optional<FunctionName> alias(Problems problems) {
        Optional<FunctionName> alias =
                Optional.ofNullable(function).flatMap(FunctionName::parse).filter(FunctionName::hasAlias);
        if (alias.isEmpty()) {
            problems.add(
                    "FUNCTION:ALIAS",
                    "must be a function with an alias",
                    function == null ? "nothing" : function,
                    "Write for example orders:live.");
        }
        return alias;
    }

    private void checkOthers(Problems problems) {
        if (to != null && !to.equals(LATEST) && !to.matches("[1-9][0-9]{0,17}")) {
            problems.add(
                    "--to",
                    "must be the number of a version or latest",
                    to,
                    "See aws lambda list-versions-by-function.");
        }
        if (concurrency != null) {
            problems.within(
                    "--concurrency",
                    concurrency,
                    1,
                    CycleLimits.MOST_ENVIRONMENTS,
                    "Choose as many as users need at once.");
        }
        if (maxErrors != null && (maxErrors < 0 || canary == null)) {
            problems.add(
                    "--max-errors",
                    "must be 0 or more and be given with --canary",
                    maxErrors + (canary == null ? " without --canary" : ""),
                    "Leave it out.");
        }
        if (canary != null) {
            problems.addFailure(() -> Canary.read(canary));
        }
        if (prime != null) {
            problems.addFailure(this::primeEvent);
        }
        problems.refuse();
    }

    private JsonNode primeEvent() {
        try {
            JsonNode event = Json.read(prime);
            if (event.isObject()) {
                return event;
            }
        } catch (JsonProcessingException other) {
            // The same remedy as for another JSON value.
        }
        throw Failure.wrongUse("--prime: must be a JSON object, got " + OneLine.of(prime)
                + ". Quote it for the shell. For example: --prime '{\"path\":\"/\"}'.");
    }

    /**
     * The plan.
     *
     * @param known the stack's target for this alias, whose fields count unless an option replaces them
     * @throws Failure if N is not known
     */
    PromotionPlan plan(FunctionName alias, ObjectNode known, Duration metricsDelay) {
        ObjectNode target = known.deepCopy();
        JsonNode usual = target.path("concurrency");
        target.remove(List.of("function", "concurrency", "minWarm"));
        if (prime != null) {
            target.putObject("prime").set("event", primeEvent());
        }
        if (concurrency == null && !usual.isIntegralNumber()) {
            throw Failure.wrongUse("--concurrency: is required, got nothing"
                    + (usual.isObject()
                            ? ", and the stack's target follows the demand. Give what users need now."
                            : ", and the stack has no target " + OneLine.of(alias.text()) + ". Give N."));
        }
        return new PromotionPlan(
                alias,
                Optional.ofNullable(to).filter(version -> !version.equals(LATEST)),
                concurrency == null ? usual.longValue() : concurrency,
                Optional.ofNullable(canary).map(Canary::read),
                maxErrors == null ? 0 : maxErrors,
                target,
                metricsDelay);
    }
}
