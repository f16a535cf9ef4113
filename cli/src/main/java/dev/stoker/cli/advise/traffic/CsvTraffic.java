// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import dev.stoker.cli.input.Problems;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads counts of requests from a CSV: two columns, a time and the number of requests until the next time. Lines at the top that do
 * not begin with a time are headings, as in a file that CloudWatch's console exports. A time without an offset is local time, whatever
 * zone that is, so its hours are those of the week.
 */
public final class CsvTraffic {
    /** Some years of minutes. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int MOST_PROBLEMS = 10;
    private static final long LONGEST_STEP = Duration.ofHours(1).toMillis();
    private static final long SHORTEST_STEP = Duration.ofSeconds(1).toMillis();
    private static final String NOT_REQUESTS = "concurrentexecutions";
    private static final Pattern TIME = Pattern.compile(
            "(?<date>[0-9]{4}[-/][0-9]{2}[-/][0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)"
                    + "\\s*(?<offset>Z|UTC|[+-][0-9]{2}:?[0-9]{2})?");

    private record CsvLine(int number, long millis, double requests) {}

    private final String file;
    private final double scale;
    private final double serviceMillis;
    private final Problems problems = new Problems();
    private boolean local;
    private boolean offsets;
    private long missing;

    /**
     * A file that is not read yet.
     *
     * @param scale multiplies each number
     * @param serviceMillis how long a request takes
     */
    public CsvTraffic(String file, double scale, double serviceMillis) {
        this.file = file;
        this.scale = scale;
        this.serviceMillis = serviceMillis;
    }

    /**
     * Reads the file.
     *
     * @param zone the zone of the week's hours, for times with an offset
     * @param seed of the peaks, which are drawn
     * @throws Failure with all problems: exit code 2
     */
    public Traffic read(ZoneId zone, long seed) {
        List<CsvLine> counts = counts(
                TextFile.notStdin("--csv", MOST_BYTES, "Leave out some weeks.").read(file));
        if (offsets && local) {
            problem(0, "times must be either all with an offset or all without", "both", "Add the offsets.");
        }
        refuse();
        if (counts.size() < 2) {
            problem(
                    0,
                    "must have at least two lines that begin with a time",
                    Count.of(counts.size(), "line"),
                    "Write lines such as 2026-11-22 14:05:00,310.");
            refuse();
        }
        List<TrafficRow> rows = rows(counts);
        refuse();
        return Traffic.of(rows, local ? ZoneOffset.UTC : zone, seed);
    }

    /** Rows that are missing between others. */
    public long missing() {
        return missing;
    }

    private List<CsvLine> counts(String text) {
        List<CsvLine> counts = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] cells = line.replace("\"", "").strip().split("[,;\t]", -1);
            boolean heading =
                    counts.isEmpty() && !TIME.matcher(cells[0].strip()).matches();
            if (heading && line.toLowerCase(Locale.ROOT).contains(NOT_REQUESTS)) {
                problem(
                        number,
                        "must count requests",
                        "ConcurrentExecutions",
                        "Export Invocations with the statistic Sum, or name the function in place of --csv.");
            }
            if (!heading && !line.isBlank()) {
                read(number, cells).ifPresent(counts::add);
            }
        }
        return counts;
    }

    private Optional<CsvLine> read(int line, String[] cells) {
        Optional<Long> time = millis(cells[0].strip());
        if (time.isEmpty()) {
            problem(line, "must begin with a time", cells[0], "For example: 2026-11-22 14:05:00.");
        }
        if (cells.length != 2) {
            problem(line, "must have two columns", Count.of(cells.length, "column"), "Leave a time and a number.");
            return Optional.empty();
        }
        // An empty cell is a data point that CloudWatch does not have, so no request.
        String number = cells[1].strip().isEmpty() ? "0" : cells[1].strip();
        if (!number.matches("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
            problem(line, "must have a number of requests from 0", number, "Correct it.");
            return Optional.empty();
        }
        return time.map(millis -> new CsvLine(line, millis, scale * Double.parseDouble(number)));
    }

    private Optional<Long> millis(String text) {
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String written = parts.group("date").replace('/', '-') + "T" + parts.group("time");
        String offset = parts.group("offset");
        try {
            if (offset == null) {
                local = true;
                return Optional.of(
                        LocalDateTime.parse(written).toInstant(ZoneOffset.UTC).toEpochMilli());
            }
            offsets = true;
            String zone = offset.equals("UTC") ? "Z" : offset.replaceFirst("^(.\\d\\d)(\\d\\d)$", "$1:$2");
            return Optional.of(OffsetDateTime.parse(written + zone).toInstant().toEpochMilli());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private List<TrafficRow> rows(List<CsvLine> counts) {
        long step = step(counts);
        if (step > LONGEST_STEP || step < SHORTEST_STEP) {
            problem(
                    0,
                    "must have a line for each hour or more often",
                    "one for each " + Duration.ofMillis(step),
                    "Export it with a period of 1 hour or less.");
        }
        List<TrafficRow> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            CsvLine count = counts.get(i);
            long until = i + 1 < counts.size() ? counts.get(i + 1).millis() - count.millis() : step;
            if (until <= 0) {
                problem(
                        counts.get(i + 1).number(),
                        "must be later than the line before",
                        "an earlier or the same time",
                        "Sort the lines; where a clock was set back, write offsets such as +01:00.");
            }
            missing += until > step ? Math.round((double) until / step) - 1 : 0;
            long length = Math.max(1, Math.min(step, until));
            rows.add(new TrafficRow(
                    count.millis(), length, count.requests(), count.requests() * serviceMillis, OptionalInt.empty()));
        }
        return rows;
    }

    /** The most frequent time from one line to the next. */
    private static long step(List<CsvLine> counts) {
        Map<Long, Integer> steps = new HashMap<>();
        for (int i = 1; i < counts.size(); i++) {
            steps.merge(counts.get(i).millis() - counts.get(i - 1).millis(), 1, Integer::sum);
        }
        return steps.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    private void problem(int line, String rule, String got, String remedy) {
        if (problems.all().size() < MOST_PROBLEMS) {
            problems.add("--csv" + (line == 0 ? "" : ", line " + line), rule, got, remedy);
        }
    }

    private void refuse() {
        problems.refuse(
                "Stoker.InvalidTraffic",
                "--csv: must be a CSV with a time and a number of requests in each line, got " + OneLine.of(file)
                        + " with problems.");
    }
}
