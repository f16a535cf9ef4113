// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The failure of a command: a code for programs, and a message with a remedy for people. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;
    private final String code;
    private final transient List<String> problems;

    /** A failure without a list of problems. */
    public Failure(ExitCode exit, String code, String message) {
        this(exit, code, message, List.of());
    }

    /**
     * A failure of any kind.
     *
     * @param code the code for programs, such as {@code Stoker.NoCredentials}
     * @param message one or two sentences, including the remedy
     * @param problems the problems of an input, one string each; empty for any other failure
     */
    public Failure(ExitCode exit, String code, String message, List<String> problems) {
        super(message);
        this.exit = exit;
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    /** A failure for invalid arguments. */
    public static Failure wrongUse(String message) {
        return new Failure(ExitCode.WRONG_USE, "Stoker.WrongUse", message);
    }

    /** A failure for what was tried and did not succeed. */
    public static Failure failed(String code, String message) {
        return new Failure(ExitCode.FAILED, code, message);
    }

    /**
     * A failure for a file that cannot be written.
     *
     * @param option the option that names the file, such as {@code --out}
     */
    public static Failure notWritten(String option, String file, Throwable cause) {
        return new Failure(
                        ExitCode.FAILED,
                        "Stoker.NotWritten",
                        option + ": must be a file that can be written, got " + OneLine.of(file)
                                + ". Check the folder and its permissions.")
                .causedBy(cause);
    }

    /** Sets the cause, for STOKER_DEBUG. */
    public Failure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** The exit code. */
    public ExitCode exit() {
        return exit;
    }

    /** The code for programs. */
    public String code() {
        return code;
    }

    /** The problems of an input; empty for any other failure. */
    public List<String> problems() {
        return problems;
    }

    /** The document that {@code --json} prints: {@code {"error":{"code":...,"message":...,"problems":[...]}}}. */
    public String json() {
        ObjectNode document = Json.object();
        ObjectNode error = document.putObject("error");
        error.put("code", code);
        error.put("message", getMessage());
        if (!problems.isEmpty()) {
            ArrayNode list = error.putArray("problems");
            problems.forEach(list::add);
        }
        return document.toString();
    }
}
