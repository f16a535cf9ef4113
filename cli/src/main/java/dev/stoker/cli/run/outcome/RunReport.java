// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.summary.Summary;
import dev.stoker.cli.summary.SummaryOption.SummaryFile;
import java.util.List;

/** Prints the result of an execution, for people or for programs. */
public final class RunReport {
    private final Console console;
    private final FunctionFacts functions;
    private final boolean json;
    private final SummaryFile summary;

    /**
     * Creates a report for a console.
     *
     * @param functions looks up properties of the targets
     * @param json whether to print JSON
     * @param summary where the result is written too
     */
    public RunReport(Console console, FunctionFacts functions, boolean json, SummaryFile summary) {
        this.console = console;
        this.functions = functions;
        this.json = json;
        this.summary = summary;
    }

    /**
     * Prints the result.
     *
     * @throws dev.stoker.cli.output.Failure if it neither succeeded nor fell short
     */
    public ExitCode print(Execution execution) {
        if (execution.status().equals("SUCCEEDED")) {
            return print(execution.output(), execution.region(), ExitCode.DONE);
        }
        if (execution.error().equals("Stoker.Shortfall")) {
            return print(execution.cause(), execution.region(), ExitCode.SHORTFALL);
        }
        throw ExecutionTrouble.explain(execution);
    }

    private ExitCode print(String text, String region, ExitCode exit) {
        CycleOutput output = CycleOutput.read(text)
                .orElseThrow(() -> ExecutionTrouble.notACycle(exit == ExitCode.DONE ? ExitCode.FAILED : exit));
        PricedOutput priced = PricedOutput.price(text, functions, region);
        if (json) {
            console.document(priced.document());
        } else {
            ResultTable.lines(output, console.terminal().tableColumns()).forEach(console::say);
            console.say("");
            lanes(priced);
        }
        output.targets().forEach(target -> {
            verdict(target, exit);
            if (target.demand() != null) {
                people(target.demand().sentence(), Colour.GREEN);
            }
            Verdict.priming(target)
                    .ifPresent(sentence -> people(
                            sentence, TargetOutput.orZero(target.primeFailed()) == 0 ? Colour.GREEN : Colour.YELLOW));
        });
        if (output.truncated()) {
            people("The cause was too long, so it leaves some of the data out.", Colour.YELLOW);
        }
        cost(priced);
        summary.write(new Summary(
                "stoker run",
                output.targets().stream().map(target -> summaryOf(target, exit)).toList(),
                List.of(priced.sentence())));
        return exit;
    }

    private static Summary.Case summaryOf(TargetOutput target, ExitCode exit) {
        boolean passed = target.shortfall() == 0 || exit == ExitCode.DONE;
        return new Summary.Case(
                target.name(), passed, Verdict.proven(target) + (passed ? "" : " " + Verdict.reason(target)));
    }

    private void lanes(PricedOutput priced) {
        if (!console.terminal().stdout()) {
            return; // Lanes are drawn on a terminal only.
        }
        for (JsonNode target : priced.targets()) {
            List<String> lanes = Lanes.lines(target, console.terminal().columns());
            lanes.forEach(console::say);
            if (!lanes.isEmpty()) {
                console.say("");
            }
        }
    }

    private void cost(PricedOutput priced) {
        if (json) {
            console.note(priced.sentence());
        } else {
            console.say(priced.sentence());
        }
    }

    private void verdict(TargetOutput target, ExitCode exit) {
        if (target.shortfall() == 0) {
            people(Verdict.proven(target), Colour.GREEN);
            Verdict.unknownLimit(target).ifPresent(sentence -> people(sentence, Colour.YELLOW));
            return;
        }
        Colour colour = exit == ExitCode.DONE ? Colour.YELLOW : Colour.RED;
        people(Verdict.proven(target), colour);
        if (exit == ExitCode.DONE && target.answered() >= target.requested()) {
            return; // With proof "none" an answer is enough.
        }
        people(Verdict.reason(target), colour);
        if (TargetOutput.orZero(target.throttled()) > 0) {
            functions.findLimit(target.function()).ifPresent(limit -> people(ThrottleReason.of(limit, target), colour));
        }
    }

    private void people(String line, Colour colour) {
        if (json) {
            console.note(line);
        } else {
            console.say(line, colour);
        }
    }
}
