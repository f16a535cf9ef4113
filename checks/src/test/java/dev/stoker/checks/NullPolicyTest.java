// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first rule of decision 014: a result that may be missing is an Optional. NullAway holds the other rules. */
class NullPolicyTest {
    /** A method that is not private, and may return null. */
    private static final Pattern NULLABLE_RESULT =
            Pattern.compile("(?m)^ +(?:(?:public|protected|static|abstract|default|final) )*@Nullable\\s+"
                    + "[\\w.<>?, \\[\\]]+ (\\w+)\\(");

    /** Java's null is JSONata's undefined, or a field that a state does not have. Decision 014 has the reasons. */
    private static final Set<String> UNDEFINED_IS_NULL = Set.of(
            "dev.stoker.local.states.jsonata", "dev.stoker.local.states.definition", "dev.stoker.local.states.run");

    @Test
    void a_result_that_may_be_missing_is_an_optional() {
        Set<String> nullable = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (String module : Repository.modules()) {
            for (Repository.Source source : Repository.sources(module, "main")) {
                for (String method : Repository.all(NULLABLE_RESULT, source.code())) {
                    if (UNDEFINED_IS_NULL.contains(source.packageName())) {
                        packages.add(source.packageName());
                    } else {
                        nullable.add(source.simpleName() + "." + method);
                    }
                }
            }
        }
        assertThat(nullable)
                .as("methods that pass on null from the user's method, Lambda's runtime, System.getenv and ASM")
                .containsExactlyInAnyOrder(
                        "UserMethod.call",
                        "ObjectMethod.handleRequest",
                        "HttpMessage.header",
                        "RuntimeLoop.traceId",
                        "RedirectingLoader.getenv",
                        "ClassHead.visitMethod");
        assertThat(packages).isEqualTo(UNDEFINED_IS_NULL);
    }
}
