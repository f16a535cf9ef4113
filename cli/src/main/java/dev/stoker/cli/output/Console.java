// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The two streams of the process: results on stdout, everything else on stderr. Nothing else writes to them. */
public final class Console {
    /** The code of the failure to write to stdout. After it, nothing more is written there. */
    public static final String LOST = "Stoker.Output";

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Charset people;
    private final boolean debug;

    /**
     * A console over any streams.
     *
     * @param charset the charset of the terminal; JSON documents are always UTF-8
     * @param debug whether to print stack traces
     */
    public Console(OutputStream out, OutputStream err, Terminal terminal, Charset charset, boolean debug) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
        this.people = charset;
        this.debug = debug;
    }

    /** The console of this process. */
    public static Console ofProcess() {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.of(System.getProperties(), environment);
        String launchers = System.getProperty("stoker.charset", "");
        Charset charset =
                Charset.forName(launchers.isEmpty() ? System.getProperty("native.encoding", "UTF-8") : launchers);
        boolean debug = !environment.getOrDefault("STOKER_DEBUG", "").isEmpty();
        return new Console(System.out, System.err, terminal, charset, debug);
    }

    /** The terminal behind the streams. */
    public Terminal terminal() {
        return terminal;
    }

    /**
     * Prints a JSON document.
     *
     * @throws Failure if it could not be written, so that a program does not take an empty result for success
     */
    public void document(String json) {
        out.println(json);
        refuseLoss();
    }

    /**
     * Prints a line of a result for people.
     *
     * @throws Failure if it could not be written
     */
    public void say(String line) {
        print(out, line + System.lineSeparator());
        refuseLoss();
    }

    /** Prints a colored line of a result for people. */
    public void say(String line, Colour colour) {
        say(terminal.stdout() && terminal.colours() ? colour.on(line) : line);
    }

    /** Prints a paragraph of a result for people, in as many lines as it needs. */
    public void paragraph(String text) {
        Paragraph.lines(text, terminal.paragraphColumns()).forEach(this::say);
    }

    /** Prints a colored paragraph of a result for people. */
    public void paragraph(String text, Colour colour) {
        Paragraph.lines(text, terminal.paragraphColumns()).forEach(line -> say(line, colour));
    }

    /** Prints a table of a result for people. */
    public void table(Table table) {
        table.lines(terminal.tableColumns()).forEach(this::say);
    }

    /** Prints a line that is not part of the result. */
    public void note(String line) {
        print(err, line + System.lineSeparator());
    }

    /**
     * Asks a question on stderr that yes or no answers.
     *
     * @param answers what is typed
     * @return whether the answer begins with y; false where there is none
     */
    public boolean asks(String question, BufferedReader answers) {
        part(question + " [y/N] ");
        try {
            String answer = answers.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Prints a failure for people. */
    public void trouble(Failure failure) {
        String message = "stoker: " + failure.getMessage();
        note(terminal.stderr() && terminal.colours() ? Colour.RED.on(message) : message);
        failure.problems().forEach(problem -> note("  " + problem));
    }

    /** Prints the stack trace if STOKER_DEBUG is set. */
    public void debug(Throwable trouble) {
        if (debug) {
            trouble.printStackTrace(err);
        }
    }

    /** Writes to stderr without ending the line. */
    void part(String text) {
        print(err, text);
    }

    /**
     * Prints text in the terminal's encoding. On an ASCII terminal, other characters are printed in UTF-8, as by ls.
     */
    private void print(PrintStream to, String text) {
        boolean utf8 = people.equals(StandardCharsets.UTF_8);
        String shown = utf8
                ? text
                : text.replace("–", "-").replace("…", "...").replace("×", "x").replace("█", "#");
        byte[] bytes = shown.getBytes(people.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : people);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }

    private void refuseLoss() {
        if (out.checkError()) {
            throw new Failure(
                    ExitCode.FAILED,
                    LOST,
                    "The result could not be written to stdout. Check whether the disk is full, or whether the program"
                            + " that reads it ended.");
        }
    }
}
