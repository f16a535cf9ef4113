// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.output.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What all checks together have found. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();

    /** Adds what keeps warming from working. */
    public void error(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.ERROR, message, remedy));
    }

    /** Adds what is not as one may think. */
    public void warning(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.WARNING, message, remedy));
    }

    /** Adds what could not be checked. */
    public void unknown(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.UNKNOWN, message, remedy));
    }

    /** Adds what is worth knowing. */
    public void note(String check, String message, String remedy) {
        found.add(new Finding(check, Severity.NOTE, message, remedy));
    }

    /** Tells that a check found nothing. */
    public void pass(String check, String message) {
        passed.add(new Passed(check, message));
    }

    /** Asks AWS; where it does not answer, that is a finding, and not a pass. */
    public <T> Optional<T> ask(String check, AwsCall call, Supplier<T> question) {
        try {
            return Optional.of(call.make(question));
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

    /** Whether nothing that was found keeps warming from working. */
    public boolean ready() {
        return count(Severity.ERROR) == 0;
    }

    /** How many there are of a severity. */
    public long count(Severity severity) {
        return found.stream().filter(one -> one.severity() == severity).count();
    }

    /** All findings, what matters most first. */
    public List<Finding> all() {
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /** The checks that found nothing. */
    public List<Passed> passed() {
        return List.copyOf(passed);
    }
}
