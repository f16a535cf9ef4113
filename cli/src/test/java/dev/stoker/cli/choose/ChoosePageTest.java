// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.estimate.UsualMonth;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.price.FunctionSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/choose.md are those of the code. {@code -Dstoker.update=true} writes them again. */
final class ChoosePageTest {
    private static final Path PAGE = Path.of(System.getProperty("stoker.root"), "docs", "choose.md");
    private static final FunctionSize SIZE = new FunctionSize(1536, Architecture.X86_64);

    @Test
    void the_tables_are_current() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(with(page, "ways", ways()), "costs", costs());
        if (Boolean.getBoolean("stoker.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("made by mvn -pl cli -am test -Dtest=ChoosePageTest -Dstoker.update=true")
                .content()
                .isEqualTo(expected);
    }

    @Test
    void the_readme_has_the_same_amounts() throws IOException {
        assertThat(Files.readString(PAGE.resolve("../../README.md").normalize()))
                .contains(
                        "| 20 environments, a month | **" + Dollars.text(of(20).warming()) + "** |",
                        "| " + Dollars.text(of(20).allDay()) + " |",
                        "| 100 environments, a month | **" + Dollars.text(of(100).warming()) + "** |",
                        "| " + Dollars.text(of(100).allDay()) + " |");
        assertThat(Files.readString(PAGE.resolveSibling("cost.md")))
                .contains("| **in all** | **" + Dollars.text(of(20).warming()) + "** | **"
                        + Dollars.text(of(100).warming()) + "** |");
    }

    private static String with(String page, String name, String table) {
        int begin = page.indexOf("-->\n", page.indexOf("<!-- begin: " + name)) + "-->\n".length();
        int end = page.indexOf("<!-- end: " + name);
        assertThat(begin).as("the marks of " + name).isPositive().isLessThanOrEqualTo(end);
        return page.substring(0, begin) + table + page.substring(end);
    }

    private static String ways() {
        StringBuilder table = new StringBuilder("| | for | you get | a deployment |\n|---|---|---|---|\n");
        for (ColdStartRemedy remedy : ColdStartRemedy.values()) {
            table.append("| **%s** | %s | %s | %s |\n"
                    .formatted(remedy.title(), remedy.audience(), remedy.promise(), remedy.deployment()));
        }
        return table.toString();
    }

    private static String costs() {
        List<Long> numbers = List.of(1L, 20L, 100L);
        return "| | " + numbers.stream().map(n -> "N = " + n).collect(Collectors.joining(" | "))
                + " |\n|---|---|---|---|\n"
                + row(
                        "Stoker",
                        numbers.stream().map(n -> Dollars.text(of(n).warming())).toList())
                + row(
                        "Provisioned concurrency, all day",
                        numbers.stream().map(n -> Dollars.text(of(n).allDay())).toList())
                + row(
                        of(1).provisioned().get(1).text().replace("=1", "").strip(),
                        numbers.stream()
                                .map(n ->
                                        Dollars.text(of(n).provisioned().get(1).usd()))
                                .toList());
    }

    private static Costs of(long environments) {
        return UsualMonth.costs(environments, SIZE, "us-east-1");
    }

    private static String row(String name, List<String> cells) {
        return "| " + name + " | " + String.join(" | ", cells) + " |\n";
    }
}
