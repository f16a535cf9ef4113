// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The properties of the terminal. Java 17 cannot detect whether stderr is a terminal, so the launcher does this.
 *
 * @param stdin whether stdin is a terminal, so that the user can answer a question
 * @param stdout whether stdout is a terminal
 * @param stderr whether stderr is a terminal that can rewrite a line
 * @param columns its width in characters
 * @param colours whether to use colors: neither NO_COLOR (no-color.org) nor TERM=dumb
 */
public record Terminal(boolean stdin, boolean stdout, boolean stderr, int columns, boolean colours) {
    /** The default width. */
    public static final int DEFAULT_COLUMNS = 80;

    /** A paragraph wider than this is hard to read. */
    private static final int WIDEST_PARAGRAPH = 120;

    /** A terminal on which questions cannot be answered. */
    public Terminal(boolean stdout, boolean stderr, int columns, boolean colours) {
        this(false, stdout, stderr, columns, colours);
    }

    /**
     * Reads what the launcher found ({@code -Dstoker.terminal=stdin,stdout,stderr -Dstoker.columns=120}) and the environment
     * variables.
     */
    static Terminal of(Properties properties, Map<String, String> environment) {
        List<String> terminals =
                List.of(properties.getProperty("stoker.terminal", "").split(",", -1));
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                terminals.contains("stdin"),
                terminals.contains("stdout"),
                terminals.contains("stderr") && !dumb,
                columns(properties.getProperty("stoker.columns", "")),
                !noColour && !dumb);
    }

    /** The maximum width of a paragraph on stdout, which is limited in a file, too. */
    public int paragraphColumns() {
        return stdout ? Math.min(WIDEST_PARAGRAPH, columns) : WIDEST_PARAGRAPH;
    }

    /** The maximum width of a table on stdout, which is not limited in a file. */
    public int tableColumns() {
        return stdout ? columns : Integer.MAX_VALUE;
    }

    private static int columns(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : DEFAULT_COLUMNS;
    }
}
