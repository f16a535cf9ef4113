// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import dev.stoker.local.http.AwsError;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a template, gathered so that it can all be told at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** One more problem: {@code place: rule, got value. Remedy.} */
    void add(String place, String rule, Object got, String remedy) {
        found.add(place + ": " + rule + ", got " + got + ". " + remedy);
    }

    /** One more problem, said whole. */
    void add(String sentence) {
        found.add(sentence);
    }

    /** Something that AWS knows and the embedded AWS does not cover. */
    void uncovered(String place, String what, Iterable<String> covered) {
        add(place, "the embedded AWS covers " + String.join(", ", covered), what, "Leave it out, or deploy to AWS.");
    }

    /** @throws AwsError ValidationError with all that was found, if anything was */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new AwsError("ValidationError", "Template error: " + String.join("\n", found));
        }
    }
}
