// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.chart.Svg;
import java.util.List;
import java.util.OptionalDouble;

/** A chart with a row for each contestant, and a bar in each cell. */
final class BarTable {
    private static final int LEFT = 20;
    private static final int LABELS = 290;
    private static final int TOP = 92;
    private static final int ROW = 34;
    private static final int BAR = 10;
    private static final String STYLE = """
            .bar { fill: var(--soft); } .own { fill: var(--hold); } .label { fill: var(--ink); } .rule { stroke-width: 1; }
            .cell { font-size: 12px; } .mark { fill: var(--line); }
            """;

    private final Svg svg;
    private final int cellWidth;
    private int rows;

    /**
     * Begins a chart.
     *
     * @param columns headings
     * @param count the number of rows
     */
    BarTable(String title, String line, List<String> columns, int cellWidth, int count) {
        this.cellWidth = cellWidth;
        svg = new Svg(LABELS + columns.size() * cellWidth + LEFT, TOP + count * ROW + 16, LEFT, title, line, STYLE);
        for (int i = 0; i < columns.size(); i++) {
            svg.add("<text x=\"%d\" y=\"%d\">%s</text>\n", x(i), TOP - 16, Svg.escaped(columns.get(i)));
        }
    }

    /**
     * Adds a row.
     *
     * @param own whether it is Stoker's
     * @param cells a cell for each column
     */
    void row(String label, boolean own, List<Cell> cells) {
        int y = TOP + rows * ROW;
        svg.add(
                "<line class=\"rule\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                LEFT, y - 8, x(cells.size()), y - 8);
        svg.add("<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>\n", LEFT, y + 13, Svg.escaped(label));
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            double width = length(cell.share());
            int begin = x(i);
            if (!cell.text().isEmpty()) {
                svg.add("<text class=\"cell\" x=\"%d\" y=\"%d\">%s</text>\n", x(i), y + 6, Svg.escaped(cell.text()));
            }
            svg.add(
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
                    own ? "own" : "bar", x(i), y + 10, width, BAR);
            cell.mark()
                    .ifPresent(mark -> svg.add(
                            "<rect class=\"mark\" x=\"%.1f\" y=\"%d\" width=\"3\" height=\"%d\"/>\n",
                            begin + length(mark) - 1.5, y + 7, BAR + 6));
        }
        rows++;
    }

    /**
     * Adds a row of narrow columns that stand on a line, within the whole width.
     *
     * @param text what stands behind the label
     * @param shares heights of the columns, 0 to 1
     */
    void columns(String label, boolean own, String text, double[] shares) {
        int y = TOP + rows * ROW;
        svg.add("<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>\n", LEFT, y + 13, Svg.escaped(label));
        svg.add("<text class=\"cell\" x=\"%d\" y=\"%d\">%s</text>\n", x(0), y + 13, Svg.escaped(text));
        int begin = LABELS + cellWidth;
        double width = (double) cellWidth / 6;
        for (int i = 0; i < shares.length; i++) {
            double height = Math.max(0, Math.min(1, shares[i])) * (ROW - 8);
            svg.add(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                    own ? "own" : "bar", begin + i * width, y + 18 - height, width - 2, height);
        }
        svg.add(
                "<line class=\"rule\" x1=\"%d\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>\n",
                begin, y + 18, begin + shares.length * width, y + 18);
        rows++;
    }

    String end() {
        return svg.end();
    }

    private double length(double share) {
        return Math.max(0, Math.min(1, share)) * (cellWidth - 16);
    }

    private int x(int column) {
        return LABELS + column * cellWidth;
    }

    /**
     * A cell.
     *
     * @param share the length of its bar, 0 to 1
     * @param mark where a short line crosses it, 0 to 1
     * @param text what stands above the bar
     */
    record Cell(double share, OptionalDouble mark, String text) {}
}
