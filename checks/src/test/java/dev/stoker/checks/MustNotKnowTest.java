// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the packages of the embedded AWS must not know, as their package-info files say: they do not use it. */
class MustNotKnowTest {
    private static final String LOCAL = "dev.stoker.local";
    private static final Pattern USED = Pattern.compile("\\bdev\\.stoker\\.local\\.([a-z0-9.]*)[A-Z]");

    private static final Pattern NAME = Pattern.compile("(\\S+)");

    /** It connects all packages. */
    private static final String ALL = "*";

    /** The packages of {@code local}, each with those that it uses. What is not there, it must not know. */
    private static final Map<String, String> USES = Arrays.stream("""
            account                   |
            time                      |
            http                      | account time
            states.jsonata            |
            states.tasks              | account time states.jsonata
            states.run                | account time states.jsonata states.tasks
            states.definition         | account states.jsonata states.tasks states.run
            states                    | account time http logs states.jsonata states.tasks states.run states.definition
            lambda.bootstrap          |
            lambda.code               |
            lambda.faults             |
            lambda.runtime            | time lambda.bootstrap lambda.code
            lambda.runtime.modelled   | time lambda.runtime
            lambda.environments       | account time lambda.code lambda.faults lambda.runtime
            lambda                    | account time http states.jsonata states.tasks s3 lambda.code \
                                        lambda.runtime lambda.environments
            logs                      | account time http states.jsonata states.tasks
            ssm                       | account time http states.jsonata states.tasks
            sqs                       | account time http
            s3                        | account time http
            scheduler                 | account time http
            sts                       | account http
            cloudformation.values     | account
            cloudformation.resources  | account cloudformation.values lambda lambda.code lambda.environments logs \
                                        s3 scheduler sqs ssm states states.run
            cloudformation.template   | account http cloudformation.values cloudformation.resources
            cloudformation            | account time http ssm cloudformation.values cloudformation.resources \
                                        cloudformation.template
            junit                     | local lambda.code lambda.runtime
            local                     | *
            """.split("\n"))
            .map(line -> line.split("\\|", -1))
            .collect(Collectors.toMap(line -> line[0].strip(), line -> line[1].strip()));

    @Test
    void each_package_of_the_embedded_aws_uses_only_what_it_may_know() {
        assertThat(Repository.packages("local"))
                .extracting(MustNotKnowTest::named)
                .containsExactlyInAnyOrderElementsOf(USES.keySet());
        USES.forEach((name, known) -> {
            if (!known.equals(ALL)) {
                assertThat(used(name))
                        .as("what %s uses is listed here, and what it must not know is not used", name)
                        .isEqualTo(Set.copyOf(Repository.all(NAME, known)));
            }
        });
    }

    private static Set<String> used(String name) {
        Set<String> used = new TreeSet<>();
        for (Repository.Source source : Repository.sources("local", "main")) {
            if (named(source.packageName()).equals(name)) {
                Repository.all(USED, source.code()).forEach(prefix -> used.add(named(LOCAL + "." + prefix)));
            }
        }
        used.remove(name);
        return used;
    }

    private static String named(String packageName) {
        String inner = packageName.replaceFirst("\\.$", "").substring(LOCAL.length());
        return inner.isEmpty() ? "local" : inner.substring(1);
    }
}
