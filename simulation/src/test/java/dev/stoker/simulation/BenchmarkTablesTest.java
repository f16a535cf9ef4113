// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/benchmarks.md have the figures of the files in docs/benchmarks/. With -Dstoker.results=write they are written. */
final class BenchmarkTablesTest {
    private static final Path PAGE = Path.of(System.getProperty("stoker.root"), "docs", "benchmarks.md");
    private static final String HELD = "held";
    private static final String ORACLE = "oracle";
    private static final String LATEST = "latest";

    /** Compares the rows of the table with this header. */
    private static void same(String header, List<String> rows) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n" + header) + 1;
        assertThat(begin).as("a table with the header %s", header).isPositive();
        int first = page.indexOf('\n', page.indexOf("\n|---", begin) + 1) + 1;
        int end = page.indexOf("\n\n", first);
        String table = String.join("\n", rows);
        if (Results.WRITES) {
            Files.writeString(PAGE, page.substring(0, first) + table + page.substring(end));
        } else {
            assertThat(page.substring(first, end))
                    .as("the table with the header %s; -Dstoker.results=write writes it", header)
                    .isEqualTo(table);
        }
    }

    private static String row(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** The number after a word. */
    private static double number(String line, String word) {
        Matcher found = Pattern.compile(Pattern.quote(word) + " +(-?[0-9.]+)").matcher(line);
        assertThat(found.find()).as("%s in %s", word, line).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** The ratio of the held time to an oracle. */
    private static double ratio(String line, String oracle) {
        return number(line.substring(line.indexOf(oracle)), "=");
    }

    /** The name at the begin of a line, up to two spaces or the next word. */
    private static String name(String line, String next) {
        return line.substring(0, line.indexOf(next)).strip();
    }

    @Test
    void the_table_of_the_hold_is_that_of_hold_txt() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Results.lines("hold.txt")) {
            if (line.contains("| fixed")) {
                String fixed = line.substring(line.indexOf("| fixed"));
                rows.add(row(
                        "| %s | %.0f %% | %.2f | %,.0f ms | %,.0f ms | %.0f %% | %.0f ms |",
                        name(line, "proven").replace("..", " to "),
                        number(line, "proven"),
                        number(line, "rounds"),
                        number(line, HELD),
                        number(line, "goal"),
                        number(fixed, "proven"),
                        number(fixed, HELD)));
            }
        }
        same("| arrivals | proven | rounds |", rows);
    }

    @Test
    void the_table_of_the_goals_is_that_of_their_files() throws IOException {
        List<String> now = goals(100);
        List<String> before = before(100);
        List<List<String>> toOracle =
                Stream.of(100, 5, 20, 1000).map(BenchmarkTablesTest::toOracle).toList();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            String line = now.get(i);
            rows.add(row(
                    "| %s | %,.0f ms | %,.0f ms | %,.0f ms | %,.0f ms | %s | %.2f → %.2f x | %s | %s | %s |",
                    name(line, "  proven"),
                    number(before.get(i), HELD),
                    number(line, HELD),
                    number(line, "limit"),
                    number(line, ORACLE),
                    toOracle.get(0).get(i),
                    ratio(before.get(i), LATEST),
                    ratio(line, LATEST),
                    toOracle.get(1).get(i),
                    toOracle.get(2).get(i),
                    toOracle.get(3).get(i)));
        }
        same("| arrivals | held before | now |", rows);
    }

    /** Ratios to the oracle before and now, for each row of a size. The oracle now knows more of shards than it did before. */
    private static List<String> toOracle(int size) {
        List<String> before = before(size);
        List<String> now = goals(size);
        return IntStream.range(0, now.size())
                .mapToObj(i -> row(
                        "%.2f → %.2f x",
                        number(before.get(i), HELD) / number(now.get(i), ORACLE), ratio(now.get(i), ORACLE)))
                .toList();
    }

    @Test
    void the_table_of_small_sizes_is_that_of_their_files() throws IOException {
        List<List<String>> sizes =
                Stream.of(1, 2, 3, 5, 10).map(BenchmarkTablesTest::goals).toList();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < sizes.get(0).size(); i++) {
            int at = i;
            rows.add(row(
                    "| %s | %s |",
                    name(sizes.get(0).get(i), "  proven"),
                    String.join(
                            " | ",
                            sizes.stream().map(lines -> small(lines.get(at))).toList())));
        }
        same("| arrivals | N = 1 |", rows);
    }

    private static String small(String line) {
        String toOracle = row("%.0f ms, %.2f x", number(line, HELD), ratio(line, ORACLE));
        return number(line, LATEST) == 0 ? toOracle : toOracle + row(", %.2f x", ratio(line, LATEST));
    }

    private static List<String> goals(int size) {
        return Results.lines("goals-" + size + ".txt").stream()
                .filter(line -> line.contains("proven "))
                .toList();
    }

    private static List<String> before(int size) {
        return Results.lines("goals-before.txt").stream()
                .dropWhile(line -> !line.startsWith("N = " + size + ","))
                .skip(1)
                .takeWhile(line -> !line.startsWith("N = "))
                .toList();
    }

    @Test
    void the_table_of_users_is_that_of_users_txt() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Results.lines("users.txt")) {
            if (line.contains("  users ")) {
                rows.add(row(
                        "| %s | %,.0f | %.0f | %,.0f | %.0f | %,.0f ms | %,.0f ms |",
                        name(line, "  users"),
                        number(line, "users"),
                        number(line, "throttled"),
                        number(line, "cold starts"),
                        number(line, "displaced"),
                        number(line, "p50"),
                        number(line, "p99")));
            }
        }
        same("| cycles | users | throttled |", rows);
    }

    @Test
    void the_table_of_scale_is_that_of_scale_txt() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Results.lines("scale.txt")) {
            double n = number(line, "N =");
            double millis = number(line, "this machine:");
            rows.add(row(
                    "| %,.0f | %,.0f ms | %.2f ms | %.0f MB | %,.0f bytes |",
                    n, millis, millis / n, number(line, "peak heap"), number(line, "output")));
        }
        same("| N | computed in |", rows);
    }

    @Test
    void the_table_of_a_day_is_that_of_soak_txt() throws IOException {
        List<String> lines = Results.lines("soak.txt");
        String users = lines.get(1);
        String cycles = lines.get(2);
        same(
                "| cycles | shortfalls |",
                List.of(row(
                        "| %.0f | %.0f | %.2f %% | %.2f | %.0f ms | %,.0f | %.0f | %.0f | %.0f | %.0f | %.0f ms |",
                        number(cycles, "cycles"),
                        number(cycles, "shortfalls"),
                        number(cycles, "proven"),
                        number(cycles, "rounds"),
                        number(cycles, "hold"),
                        number(users, "users"),
                        number(users, "failed"),
                        number(users, "throttled"),
                        number(users, "cold starts"),
                        number(users, "displaced"),
                        number(users, "p99"))));
    }

    @Test
    void the_table_of_the_library_has_the_figures_of_user_event_txt_and_start_txt() throws IOException {
        String page = Files.readString(PAGE);
        for (String line : Results.lines("user-event.txt")) {
            if (line.startsWith("event of")) {
                assertThat(page)
                        .as(line)
                        .contains(row(
                                "| %.0f ns | %.0f ns | %.0f ns, %s |",
                                number(line, "alone"),
                                number(line, "behind"),
                                number(line, "more by"),
                                line.endsWith("more by   0 B") ? "nothing allocated" : "more allocated"));
            }
        }
        for (String line : Results.lines("start.txt")) {
            if (line.contains("CPU alone")) {
                assertThat(page)
                        .as(line)
                        .contains(row(
                                "| %.0f ms | %.0f ms | %.1f ms | 15 ms |",
                                number(line, "CPU alone"), number(line, "with the library"), number(line, "more by")));
            }
        }
    }
}
