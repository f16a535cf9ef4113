// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version of the root POM is the source of all others; .ci/set-version writes them. */
final class VersionsTest {
    private static final String PARENT = "<artifactId>stoker-parent</artifactId>\\s*<version>([^<]+)</version>";

    @Test
    void every_module_has_the_version_of_the_root_pom() {
        String version = version("pom.xml", PARENT);

        assertThat(Repository.modules())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(version(module + "/pom.xml", PARENT))
                        .as(module)
                        .isEqualTo(version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cdk/pom.xml | <artifactId>stoker-parent</artifactId>\\s*<version>([^<]+)<",
                "examples/cdk/pom.xml | <stoker.version>([^<]+)<",
                "examples/integration-test/pom.xml | <stoker.version>([^<]+)<",
                "examples/frameworks/kotlin/pom.xml | <artifactId>stoker-warmable</artifactId>\\s*<version>([^<]+)<",
                "README.md | dev.stoker:stoker-warmable:([^`]+)`",
                "docs/layer.md | <artifactId>stoker-warmable</artifactId>\\s*<version>([^<]+)<"
            })
    void what_users_copy_has_it_too(String file, String pattern) {
        assertThat(version(file, pattern)).isEqualTo(version("pom.xml", PARENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "functions/node/package.json | \"version\": \"([^\"]+)\"",
                "functions/python/pyproject.toml | (?m)^version = \"([^\"]+)\"",
                "functions/python/stoker_warmable.py | (?m)^__version__ = \"([^\"]+)\"",
                "infra/template.yaml | SemanticVersion: (.+)"
            })
    void what_has_no_snapshots_has_its_number(String file, String pattern) {
        assertThat(version(file, pattern)).isEqualTo(version("pom.xml", PARENT).replace("-SNAPSHOT", ""));
    }

    private static String version(String file, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(Repository.text(file));
        assertThat(found.find()).as("%s has no %s", file, pattern).isTrue();
        return found.group(1);
    }
}
