// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.output.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The findings of all checks. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();

    /** Adds a finding that prevents warming. */
    public void error(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.ERROR, message, remedy));
    }

    /** Adds a finding that users may not expect. */
    public void warning(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.WARNING, message, remedy));
    }

    /** Adds what could not be checked. */
    public void unknown(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.UNKNOWN, message, remedy));
    }

    /** Adds information. */
    public void note(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.NOTE, message, remedy));
    }

    /** Adds a passed check. */
    public void pass(String check, String message) {
        passed.add(new Passed(check, message));
    }

    /** Calls AWS. If the call fails, adds a finding with severity {@code unknown}. */
    public <T> Optional<T> call(String check, AwsCall call, Supplier<T> request) {
        try {
            return Optional.of(call.make(request));
        } catch (Failure refused) {
            boolean mayNot = refused.code().equals("Stoker.NoPermission");
            unknown(
                    check,
                    "Could not be checked. " + refused.getMessage(),
                    mayNot
                            ? "Allow " + call.action() + " on " + call.resource() + " and check again."
                            : "Check again where " + call.action() + " is available, or check it yourself.");
            return Optional.empty();
        }
    }

    /** Whether no finding prevents warming. */
    public boolean ready() {
        return count(Severity.ERROR) == 0;
    }

    /** The number of findings with this severity. */
    public long count(Severity severity) {
        return found.stream().filter(one -> one.severity() == severity).count();
    }

    /** All findings, the most severe first. */
    public List<Finding> all() {
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /** The checks that found nothing. */
    public List<Passed> passed() {
        return List.copyOf(passed);
    }
}
