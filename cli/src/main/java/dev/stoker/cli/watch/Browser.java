// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens an address in the user's browser, where there is one. */
public final class Browser {
    private Browser() {}

    /** Tries to open an address. Nothing happens if there is no browser: the command also prints the address. */
    public static void open(URI address) {
        command(System.getProperty("os.name", ""), System.getenv()).ifPresent(command -> {
            try {
                new ProcessBuilder(add(command, address.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException missing) {
                // The program is not installed.
            }
        });
    }

    /**
     * The program that opens an address: the one that the environment variable BROWSER names, or the one of the system. Empty on a
     * system without a screen.
     */
    static Optional<List<String>> command(String system, Map<String, String> environment) {
        String own = environment.getOrDefault("BROWSER", "");
        String name = system.toLowerCase(Locale.ROOT);
        if (!own.isEmpty()) {
            return Optional.of(List.of(own));
        } else if (name.startsWith("mac")) {
            return Optional.of(List.of("open"));
        } else if (name.startsWith("windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? Optional.of(List.of("xdg-open")) : Optional.empty();
    }

    private static List<String> add(List<String> command, String last) {
        return Stream.concat(command.stream(), Stream.of(last)).toList();
    }
}
