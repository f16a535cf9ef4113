// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.check.finding.Finding;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Severity;
import dev.stoker.cli.output.Count;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target with the findings of {@code stoker check}.
 *
 * @param target the target
 * @param findings what was found
 */
record CheckedTarget(TaggedTarget target, Findings findings) {
    /** Whether nothing prevents warming. */
    boolean ready() {
        return findings.ready();
    }

    /** Such as {@code 1 error, 2 warnings}, or {@code ready}. */
    String summary() {
        String counts = Stream.of(Severity.ERROR, Severity.WARNING)
                .filter(severity -> findings.count(severity) > 0)
                .map(severity -> Count.of(findings.count(severity), severity.word()))
                .collect(Collectors.joining(", "));
        long unknown = findings.count(Severity.UNKNOWN);
        String all = unknown == 0 ? counts : counts + (counts.isEmpty() ? "" : ", ") + unknown + " unknown";
        return ready() ? "ready" + (all.isEmpty() ? "" : ", " + all) : all;
    }

    /** The findings that a person should read before deploying. */
    List<Finding> important() {
        return findings.all().stream()
                .filter(one -> one.severity() != Severity.NOTE)
                .toList();
    }
}
