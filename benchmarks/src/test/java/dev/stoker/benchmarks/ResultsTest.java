// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed results are of the form that the benchmarks print, and meet the goals. The jar is measured as it is. */
final class ResultsTest {
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final long SIXTY_KILOBYTES = 60 * 1024;
    private static final Pattern EVENT = Pattern.compile(
            "event of +(\\d+) B: alone +[\\d.]+ ns, behind +[\\d.]+ ns, more by +(-?[\\d.]+) ns, goal 200"
                    + " \\(elapsed [\\d.]+ and [\\d.]+ ns\\); allocated alone +\\d+ B, behind +\\d+ B, more by +(-?\\d+) B");
    private static final Pattern START = Pattern.compile(
            "(\\S.*?) +(\\d+) pairs: CPU alone +[\\d.]+ ms, with the library +[\\d.]+ ms, more by +(-?[\\d.]+) ms"
                    + " \\(quartiles .* to .*\\), goal 15; elapsed alone +[\\d.]+ ms, later by +(-?[\\d.]+) ms \\(quartiles .* to .*\\)");

    @Test
    void a_users_event_costs_at_most_200_ns_and_no_allocation_that_grows_with_it() throws IOException {
        List<Matcher> events = lines("user-event.txt", EVENT);

        assertThat(events).extracting(event -> event.group(1)).containsExactly("200", "1000000");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(Double.parseDouble(event.group(2))).isLessThanOrEqualTo(200));
        assertThat(Long.parseLong(events.get(1).group(3)))
                .as("bytes allocated for a large event, compared with a small one")
                .isLessThanOrEqualTo(Long.parseLong(events.get(0).group(3)) + 8);
    }

    @Test
    void an_environment_starts_at_most_15_ms_later_in_each_language() throws IOException {
        Map<String, Matcher> starts =
                lines("start.txt", START).stream().collect(Collectors.toMap(start -> start.group(1), start -> start));

        assertThat(starts)
                .containsOnlyKeys("java, a function of streams", "java, a function of objects", "python", "node");
        assertThat(starts.values()).allSatisfy(start -> {
            assertThat(Integer.parseInt(start.group(2))).isGreaterThanOrEqualTo(30);
            assertThat(Double.parseDouble(start.group(3))).as("CPU time").isLessThanOrEqualTo(15);
            assertThat(Double.parseDouble(start.group(4))).as("elapsed time").isLessThanOrEqualTo(15);
        });
    }

    @Test
    void the_jar_is_at_most_60_kb() throws IOException {
        Path jar = ROOT.resolve(
                "functions/warmable/target/stoker-warmable-" + System.getProperty("stoker.version") + ".jar");

        assertThat(jar)
                .as("Run mvn package: the build of functions/warmable comes before")
                .exists();
        assertThat(Files.size(jar)).isLessThanOrEqualTo(SIXTY_KILOBYTES);
    }

    private static List<Matcher> lines(String file, Pattern form) throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("docs/benchmarks").resolve(file))) {
            return lines.map(form::matcher).filter(Matcher::matches).toList();
        }
    }
}
