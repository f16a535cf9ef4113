// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.chart;

import java.util.Locale;

/** An SVG that loads nothing, light or dark as the system is: the paper, the title and a line below it, then what is added. */
public final class Svg {
    private static final int TITLE_Y = 26;
    private static final int LINE_Y = 46;

    private static final String COMMON = """
            <style>
            svg { --paper: #ffffff; --ink: #1d2433; --soft: #5a6478; --rule: #d9dee7; --hold: #0f7b5f; --line: #c2222f; }
            @media (prefers-color-scheme: dark) {
            svg { --paper: #12161f; --ink: #e8ecf4; --soft: #a3aec2; --rule: #303848; --hold: #3fc59c; --line: #ff6b76; }
            }
            text { font: 13px system-ui, sans-serif; fill: var(--soft); }
            .title { font-size: 16px; fill: var(--ink); }
            .paper { fill: var(--paper); } .rule { stroke: var(--rule); }
            """;

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param left where the title begins, in pixels
     * @param style rules of CSS for the classes of what is added; may use the colors {@code --ink}, {@code --soft}, {@code --rule},
     *     {@code --hold} and {@code --line}
     */
    public Svg(int width, int height, int left, String title, String line, String style) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n",
                width, height, width, height);
        text.append("<title>").append(escaped(title)).append("</title>\n").append(COMMON);
        text.append(style).append("</style>\n");
        add("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n", width, height);
        add("<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>\n", left, TITLE_Y, escaped(title));
        add("<text x=\"%d\" y=\"%d\">%s</text>\n", left, LINE_Y, escaped(line));
    }

    /** Adds elements: a pattern of {@link String#format} and its values. Texts from elsewhere must be {@link #escaped}. */
    public Svg add(String pattern, Object... values) {
        text.append(String.format(Locale.ROOT, pattern, values));
        return this;
    }

    /** The whole file. */
    public String end() {
        return text + "</svg>\n";
    }

    /** A text as content of an element. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
