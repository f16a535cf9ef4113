// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The user's own function with Stoker's handler.
 *
 * @param name the file's name without characters that a function's name cannot have
 * @param handler the handler that Lambda calls
 * @param variables its environment variables
 * @param code its package, with Stoker's library in it
 */
record OwnFunction(String name, String handler, Map<String, String> variables, WrappedPackage code) {
    private static final String STOKERS_CLASS = "dev.stoker.warmable.WarmableHandler";
    private static final String STOKERS = STOKERS_CLASS + "::handleRequest";
    private static final int LONGEST_NAME = 64;

    /**
     * Reads a package and configures Stoker's handler, unless the package uses it already.
     *
     * @throws Failure if the package cannot be read, is not a zip file, or does not contain the handler's class
     */
    static OwnFunction read(String file, String handler, Map<String, String> variables) {
        String userClass = handler.replaceFirst("::.*", "");
        boolean wrapped = userClass.equals(STOKERS_CLASS);
        WrappedPackage code = WrappedPackage.of(bytes(file));
        if (!code.has(userClass)) {
            throw Failure.wrongUse("--handler: must be a class in " + OneLine.of(file) + " or its lib/, got "
                    + OneLine.of(userClass) + ". Write it with its package, such as com.acme.Orders::handleRequest.");
        }
        Map<String, String> all = new HashMap<>(variables);
        if (!wrapped) {
            all.put("STOKER_HANDLER", handler);
        }
        return new OwnFunction(nameOf(file), wrapped ? handler : STOKERS, Map.copyOf(all), code);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw Failure.wrongUse(
                    "--jar: must be a file that can be read, got " + OneLine.of(file) + ". Check the path.");
        }
    }

    private static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName())
                .replaceFirst("\\.(jar|zip)$", "")
                .replaceAll("[^A-Za-z0-9_-]+", "-");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
