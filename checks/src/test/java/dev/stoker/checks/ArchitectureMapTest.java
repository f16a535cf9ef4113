// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureMapTest {

    private static final String MAP = Repository.text("ARCHITECTURE.md");

    @Test
    void the_map_has_one_line_for_each_module_in_the_order_of_the_root_pom() {
        List<String> onTheMap = Repository.all(Pattern.compile("(?m)^\\| `([a-z/-]+)/` \\|"), MAP).stream()
                .filter(folder -> Repository.path(folder + "/pom.xml").toFile().exists())
                .toList();
        assertThat(onTheMap).isEqualTo(Repository.modules());
    }

    @Test
    void the_map_has_one_line_for_each_package_and_none_for_a_package_that_is_gone() {
        List<String> onTheMap = Repository.all(Pattern.compile("(?m)^\\| `(dev\\.stoker[a-z0-9.]*)` \\|"), MAP);
        List<String> inTheSources = Repository.modules().stream()
                .flatMap(module -> Repository.packages(module).stream())
                .toList();
        assertThat(onTheMap).containsExactlyInAnyOrderElementsOf(inTheSources);
    }
}
