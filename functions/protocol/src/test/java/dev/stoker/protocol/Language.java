// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A language whose interpreters, or compiler, may be on the path.
 *
 * @param name for people
 * @param commands the names that its interpreters have
 * @param versionArgument what makes one say its version
 * @param oldestMajor of the oldest version that the library runs on
 * @param oldestMinor of the same
 */
record Language(String name, List<String> commands, String versionArgument, int oldestMajor, int oldestMinor) {
    static final Language PYTHON = new Language(
            "Python",
            List.of("python3", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14"),
            "--version",
            3,
            9);
    static final Language NODE = new Language("Node", List.of("node"), "--version", 18, 0);
    static final Language GO = new Language("Go", List.of("go"), "version", 1, 22);

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+\\S*");

    /**
     * An interpreter that runs.
     *
     * @param command its name or path
     * @param version as it says itself, such as 3.13.0
     */
    record Interpreter(String command, String version) {}

    /** One of each version. Skips the test, visibly, if there is none: {@code tests} says what is skipped. */
    List<Interpreter> interpreters(String tests) throws IOException, InterruptedException {
        Map<String, Interpreter> byVersion = new LinkedHashMap<>();
        List<String> tooOld = new ArrayList<>();
        for (String command : commands) {
            Matcher version = VERSION.matcher(say(command, versionArgument));
            if (version.find()) {
                Interpreter found = new Interpreter(command, version.group());
                if (isOldEnough(version)) {
                    byVersion.putIfAbsent(found.version(), found);
                } else {
                    tooOld.add(command + " is " + found.version());
                }
            }
        }
        if (byVersion.isEmpty()) {
            skip(tests + ": no " + name + " " + oldestMajor + "." + oldestMinor + " or later on the path"
                    + (tooOld.isEmpty() ? "" : " (" + String.join(", ", tooOld) + ")"));
        }
        return List.copyOf(byVersion.values());
    }

    private boolean isOldEnough(Matcher version) {
        int major = Integer.parseInt(version.group(1));
        return major > oldestMajor || (major == oldestMajor && Integer.parseInt(version.group(2)) >= oldestMinor);
    }

    /** Empty if there is no such command, or it does not run: a version manager's stand-in, say. */
    private static String say(String command, String argument) throws InterruptedException {
        try {
            Run.Outcome version = Run.in(Path.of("."), command, argument);
            return version.exitCode() == 0 ? version.output() : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    /** Ends the test as skipped and says so on the console: Maven counts skipped tests and keeps the reason to itself. */
    static void skip(String what) {
        System.out.println("SKIPPED: " + what);
        Assumptions.abort(what);
    }
}
