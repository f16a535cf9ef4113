// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.HtmlTemplate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creates the HTML page. This class fills in the head and the numbers; the page's script draws the lanes. */
final class ReportPage {
    private ReportPage() {}

    /**
     * @param missing which cycles are missing, one or more sentences
     */
    static String render(List<Cycle> cycles, Optional<String> missing, String version) {
        Headline headline = new Headline(cycles);
        Map<String, String> parts = Map.of(
                "title", HtmlTemplate.escaped(headline.title()),
                "about",
                        HtmlTemplate.escaped(about(cycles)
                                + missing.map(words -> " " + words).orElse("")),
                "tiles", tiles(headline),
                "css", resource("report.css").strip(),
                "js", resource("report.js").strip(),
                // Nothing can be escaped within a script element, and without < nothing can end it.
                "data", PageData.create(cycles).toString().replace("<", "\\u003c"),
                "version", HtmlTemplate.escaped(version));
        return HtmlTemplate.fill(resource("report.html"), parts);
    }

    private static String about(List<Cycle> cycles) {
        String functions = cycles.stream()
                .flatMap(cycle -> cycle.output().findValuesAsText("function").stream())
                .distinct()
                .map(name -> name.replaceFirst("^arn:[^:]*:lambda:[^:]*:[^:]*:function:", ""))
                .collect(Collectors.joining(", "));
        String first = time(cycles.get(0));
        String last = time(cycles.get(cycles.size() - 1));
        String when = first.equals(last) ? first : first + " to " + last;
        return Count.of(cycles.size(), "cycle") + " of " + functions + (when.isEmpty() ? "" : ", " + when) + ".";
    }

    private static String time(Cycle cycle) {
        return cycle.openedAt().isEmpty()
                ? ""
                : Instant.ofEpochMilli(cycle.openedAt().getAsLong())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    private static String tiles(Headline headline) {
        return headline.tiles().entrySet().stream()
                .map(tile -> "<div><dt>" + HtmlTemplate.escaped(tile.getKey()) + "</dt><dd>"
                        + HtmlTemplate.escaped(tile.getValue()) + "</dd></div>")
                .collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        return HtmlTemplate.read(ReportPage.class, name);
    }
}
