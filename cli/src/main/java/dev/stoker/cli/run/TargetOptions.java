// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.MaxHoldOption;
import dev.stoker.cli.input.ProtocolOption;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for one target. They are copied to the execution's input unchecked; the state machine checks them. */
final class TargetOptions {
    @Option(
            names = "--function",
            paramLabel = "F",
            description = "The function to warm: name, partial ARN or ARN, with :alias or :version if users call one."
                    + " With --local, the default is the sample.")
    private String function;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments to keep warm, 1 to " + CycleLimits.MOST_ENVIRONMENTS_TEXT + ".")
    private Long concurrency;

    @Option(
            names = "--payload",
            paramLabel = "JSON",
            description = "An object to merge after the warm event; with --protocol custom, the whole event.")
    private String payload;

    @Option(names = "--hold-millis", paramLabel = "MS", description = "Hold of the first round; switches learning off.")
    private Long holdMillis;

    @Mixin
    private MaxHoldOption maxHold;

    @Option(names = "--max-rounds", paramLabel = "N", description = "The most rounds of a cycle, 1 to 5 (3).")
    private Long maxRounds;

    @Option(
            names = "--timeout-seconds",
            paramLabel = "S",
            description = "The timeout of one sleep task, cold start included (60).")
    private Long timeoutSeconds;

    @Option(
            names = "--min-warm",
            paramLabel = "N",
            description = "Fewer warm environments than this are a shortfall (N).")
    private Long minWarm;

    @Option(
            names = "--proof",
            paramLabel = "KIND",
            description = "environment; or none, for a target that does not identify its environments (environment).")
    private String proof;

    @Mixin
    private ProtocolOption protocol;

    @Option(
            names = "--id-at",
            paramLabel = "PLACE",
            description = "Where the answer to a custom warm event names the environment: members joined by dots.")
    private String idAt;

    @Option(
            names = "--prime",
            paramLabel = "JSON",
            description =
                    "An event with which each environment runs the function's own handler once, before its first hold.")
    private String prime;

    /** The names of the options that are set. */
    List<String> given() {
        List<String> names = new ArrayList<>();
        nameIf(names, function, "--function");
        nameIf(names, concurrency, "--concurrency");
        nameIf(names, payload, "--payload");
        nameIf(names, holdMillis, "--hold-millis");
        maxHold.given().ifPresent(given -> names.add(MaxHoldOption.NAME));
        nameIf(names, maxRounds, "--max-rounds");
        nameIf(names, timeoutSeconds, "--timeout-seconds");
        nameIf(names, minWarm, "--min-warm");
        nameIf(names, proof, "--proof");
        protocol.given().ifPresent(given -> names.add(ProtocolOption.NAME));
        nameIf(names, idAt, "--id-at");
        nameIf(names, prime, "--prime");
        return names;
    }

    /**
     * Requires a function.
     *
     * @throws Failure if none is set
     */
    void requireFunction() {
        if (function == null) {
            throw missing("--function");
        }
    }

    /**
     * The execution's input for this target, without a function if none is set.
     *
     * @throws Failure if the concurrency is missing or the payload is not JSON
     */
    CycleInput input() {
        if (concurrency == null) {
            throw missing("--concurrency");
        }
        ObjectNode fields = Json.object();
        if (function != null) {
            fields.put("function", function);
        }
        fields.put("concurrency", concurrency);
        if (payload != null) {
            fields.set("payload", json("--payload", payload));
        }
        putIf(fields, "holdMillis", holdMillis);
        maxHold.given().ifPresent(millis -> fields.put("maxHoldMillis", millis));
        putIf(fields, "maxRounds", maxRounds);
        putIf(fields, "timeoutSeconds", timeoutSeconds);
        putIf(fields, "minWarm", minWarm);
        putIf(fields, "proof", proof);
        protocol.given().ifPresent(name -> fields.put("protocol", name));
        putIf(fields, "idAt", idAt);
        if (prime != null) {
            fields.putObject("prime").set("event", json("--prime", prime));
        }
        return new CycleInput(fields.toString(), fields);
    }

    private static Failure missing(String option) {
        return Failure.wrongUse(
                option + ": is required, got nothing. Give --function F --concurrency N, or --input FILE.");
    }

    private static JsonNode json(String option, String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException bad) {
            throw Failure.wrongUse(option + ": must be JSON, got " + OneLine.of(text) + " (" + Json.problem(bad)
                    + "). Quote it for the shell. For example: " + option + " '{\"a\":1}'.");
        }
    }

    private static void nameIf(List<String> names, Object value, String name) {
        if (value != null) {
            names.add(name);
        }
    }

    private static void putIf(ObjectNode fields, String field, String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private static void putIf(ObjectNode fields, String field, Long value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
