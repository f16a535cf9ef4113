// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.check.finding.Findings;

/** Findings for programs. */
public final class FindingsJson {
    private FindingsJson() {}

    /** Writes the findings and the passed checks into an object. */
    public static void into(Findings findings, ObjectNode document) {
        ArrayNode all = document.putArray("findings");
        findings.all()
                .forEach(one -> all.addObject()
                        .put("check", one.check())
                        .put("severity", one.severity().word())
                        .put("message", one.message())
                        .put("remedy", one.remedy()));
        ArrayNode passed = document.putArray("passed");
        findings.passed()
                .forEach(one -> passed.addObject().put("check", one.check()).put("message", one.message()));
    }
}
