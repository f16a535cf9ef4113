// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Passed;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Severity;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.util.stream.Collectors;

/** Prints the result of an inspection, for people or for programs. */
final class InspectionReport {
    private final Console console;
    private final FunctionName name;
    private final PlannedUse plannedUse;

    InspectionReport(Console console, FunctionName name, PlannedUse plannedUse) {
        this.console = console;
        this.name = name;
        this.plannedUse = plannedUse;
    }

    ExitCode print(Inspection inspection, boolean json) {
        if (json) {
            console.document(document(inspection).toString());
            console.note(verdict(inspection.findings()));
        } else {
            people(inspection);
        }
        return inspection.findings().ready() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ObjectNode document(Inspection inspection) {
        ObjectNode document = Json.object().put("function", called());
        document.put("arn", inspection.target().map(Target::calledArn).orElse(null));
        document.put(
                "version",
                inspection
                        .target()
                        .map(target -> target.configuration().version())
                        .orElse(null));
        document.put("concurrency", plannedUse.concurrency().orElse(null));
        document.put("maxHoldMillis", plannedUse.maxHoldMillis());
        document.put("ready", inspection.findings().ready());
        FindingsJson.into(inspection.findings(), document);
        ArrayNode advice = document.putArray("advice");
        inspection.advice().forEach(advice::add);
        return document;
    }

    private void people(Inspection inspection) {
        inspection.findings().all().forEach(one -> FindingLines.print(console, one));
        String passed = inspection.findings().passed().stream()
                .map(Passed::check)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!passed.isEmpty()) {
            console.say("");
            console.paragraph("Passed: " + passed + ".");
        }
        for (String advice : inspection.advice()) {
            console.say("");
            console.paragraph(advice);
        }
        console.say("");
        console.say(verdict(inspection.findings()), inspection.findings().ready() ? Colour.GREEN : Colour.RED);
    }

    private String verdict(Findings findings) {
        long errors = findings.count(Severity.ERROR);
        long unknown = findings.count(Severity.UNKNOWN);
        return (errors == 0
                        ? "No problem was found that prevents warming " + OneLine.of(called()) + " from working"
                        : Count.of(errors, "finding") + (errors == 1 ? " keeps" : " keep") + " warming "
                                + OneLine.of(called()) + " from working")
                + (unknown == 0 ? "." : "; " + unknown + " could not be checked.");
    }

    /** The given name, without the part of an ARN before it. */
    private String called() {
        String bare = FunctionName.shortOf(name.unqualified());
        return name.qualifier().map(qualifier -> bare + ":" + qualifier).orElse(bare);
    }
}
